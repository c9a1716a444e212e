import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { inventedSubmission, renderForm } from '../fixtures/render.tsx'
import type { Contribution } from './contributionQueries.ts'
import { HandedOut } from './HandedOut.tsx'
import { OwnPart } from './OwnPart.tsx'

const part = (more: Partial<Contribution> = {}): Contribution => ({
  id: '0199f5a0-0000-7000-8000-0000000000c1',
  anchors: ['/counts/kunjungan'],
  to: { office: '0199f5a0-0000-7000-8000-0000000000c2', person: null, name: 'UPTD Karangan' },
  dueAt: '2026-07-15T15:59:59.000Z',
  status: 'given',
  note: 'Data sampai Juni.',
  mine: false,
  by: { actor: 'post:a', name: 'Rina', title: 'Operator' },
  at: '2026-07-01T02:00:00.000Z',
  statusAt: '2026-07-01T02:00:00.000Z',
  ...more,
})
const draw = (one: Contribution, handed: string[] | null) =>
  renderForm(
    openInvented().store,
    <main>
      <h1>Formulir</h1>
      <h2>Pemberitahuan</h2>
      <OwnPart />
      <HandedOut />
    </main>,
    { submission: inventedSubmission({ part: handed, contributions: [one] }) },
  )

describe('a contributor', () => {
  it('sees what, from whom and until when, and marks it done', async () => {
    const { container, went } = draw(part({ mine: true }), ['/counts/kunjungan'])
    expect(screen.getByText('Sumbangan data untuk Dinas Karangan')).toBeTruthy()
    expect(screen.getByText(/Diserahkan kepada Anda oleh Rina/)).toBeTruthy()
    expect(screen.getByText('5 hari lagi')).toBeTruthy()
    expect(screen.getByText('Catatan: Data sampai Juni.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Nyatakan selesai' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Kunjungan/ }))
    expect(went).toEqual(['/counts/kunjungan'])
    expect(await axeFinds(container)).toEqual([])
  })

  it('sees that it is done, and then has no button', () => {
    draw(part({ mine: true, status: 'done' }), ['/counts/kunjungan'])
    expect(screen.getByText('sudah diisi')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Nyatakan selesai' })).toBeNull()
  })
})

describe('the office', () => {
  it('sees who has what, and nothing of parts it took back', () => {
    draw(part(), null)
    expect(screen.getByText('UPTD Karangan')).toBeTruthy()
    expect(screen.getByText('sedang diisi')).toBeTruthy()
  })
  it('gets no notice of parts it took back', () => {
    const { container } = draw(part({ status: 'taken-back' }), null)
    expect(container.textContent).not.toContain('UPTD Karangan')
  })
})
