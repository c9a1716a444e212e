import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { PlannedOffice } from './PlannedOffice.tsx'
import type { Planned } from './queries.ts'

const dueAt = '2026-04-30T15:59:59Z'
const owed = (form: string, expectedAt: string | null): Planned =>
  partOf<Planned>({
    obligation: form,
    form,
    period: '2026-TW1',
    dueAt,
    expectedAt,
    rows: 0,
    begun: true,
    state: 'exists',
  })

it('tells until when a returned report is awaited, and moves no date of one that was sent', () => {
  const items = [owed('Draf', dueAt), owed('Kembali', '2026-05-20T15:59:59Z'), owed('Terkirim', null)]
  const me = partOf<Me>({ region: { zone: 'Asia/Makassar' } })
  render(
    <MeProvider me={me} setMe={() => {}}>
      <PlannedOffice
        group={{ office: { id: 'x', name: 'Dinas X' }, items }}
        open
        titleOf={form => form}
        onExtend={() => {}}
        onRemove={() => {}}
      />
    </MeProvider>,
  )
  const row = (name: RegExp) => within(screen.getByRole('row', { name }))
  expect(row(/^Draf/).queryByText(/ditunggu/)).toBeNull()
  expect(row(/^Kembali/).getByText('ditunggu s.d. 20 Mei 2026')).toBeTruthy()
  expect(row(/^Kembali/).getByRole('button', { name: /^Perpanjang/ })).toBeTruthy()
  expect(row(/^Terkirim/).queryByText(/ditunggu/)).toBeNull()
  expect(row(/^Terkirim/).queryByRole('button')).toBeNull()
})
