import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useSaveState } from '../saveState.ts'
import { fileQueueFor } from './fileQueueFor.ts'
import { uploadsOf } from './uploads.ts'

it('a queued file counts as unsaved until it is cancelled', async () => {
  const { result } = renderHook(() => useSaveState(all => all))
  const about = { person: 'siti', post: 'p1', submission: 's1' }
  const uploads = uploadsOf(fileQueueFor('siti', 'p1'), about, async () => null)
  await act(() => uploads.add('/counts/a', [new File(['%PDF-1.7'], 'bukti.pdf')]))
  expect(uploads.all()).toMatchObject([{ state: 'waiting' }])
  expect(result.current).toMatchObject({ waiting: 1, stuck: 0 })
  act(() => uploads.drop(uploads.all()[0]!.id))
  await vi.waitFor(() => expect(result.current).toMatchObject({ waiting: 0, counted: false }))
})
