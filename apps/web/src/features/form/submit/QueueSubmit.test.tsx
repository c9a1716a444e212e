import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Me, Submission } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { SubmissionContext } from '../FormContext.ts'
import { QueueSubmit } from './QueueSubmit.tsx'

const me = {
  person: { id: 'siti' },
  post: { id: 'p1' },
  region: { zone: 'Asia/Makassar' },
  now: '2026-11-24T00:00:00Z',
} as Me

it('reports when the device cannot store the decision', async () => {
  const onLeave = vi.fn()
  render(
    <MeProvider me={me} setMe={() => {}}>
      <SubmissionContext value={{ id: 's1', title: 'Laporan', periodTitle: '2026' } as Submission}>
        <QueueSubmit once={undefined} ahead={undefined} onLeave={onLeave} />
      </SubmissionContext>
    </MeProvider>,
  )
  // no user's storage is unlocked here
  await userEvent.click(screen.getByRole('button', { name: 'Kirim begitu ada jaringan' }))
  expect((await screen.findByRole('alert')).textContent).toContain('tidak dapat menyimpan keputusan Anda')
  expect(onLeave).not.toHaveBeenCalled()
})
