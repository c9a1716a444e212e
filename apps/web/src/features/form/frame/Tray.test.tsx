import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { badLine, openInvented } from '#sheet/answers/fixtures/store.ts'
import { ProblemError } from '#sync/problems/ProblemError.ts'
import { renderForm } from '../fixtures/render.tsx'
import { Tray } from './Tray.tsx'

it('resends all changes that were refused with their request by one press', async () => {
  const closed = { code: 'needs-unmet' as const, status: 409, title: '', detail: 'Periode ini sudah ditutup.' }
  const refusal = new ProblemError({ ...closed, type: '', instance: '' })
  const { store, server } = openInvented({ line: badLine(refusal) })
  store.set('/counts/kunjungan/reached', '77')
  store.set('/counts/kunjungan/target', '80')
  store.outbox.flush()
  await act(() => new Promise(resolve => setTimeout(resolve, 20)))
  renderForm(store, <Tray />)
  expect(await screen.findAllByText('Periode ini sudah ditutup.')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: 'Kirim lagi 2 isian yang tertolak' }))
  await expect.poll(() => server.answers().counts?.kunjungan).toMatchObject({ reached: '77', target: '80' })
  await expect.poll(() => store.outbox.state().stuck).toBe(0)
})
