import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { OverviewCell } from '#submissions/overview.ts'
import { Totals } from './Totals.tsx'

const cell = (status: OverviewCell['status']): OverviewCell => ({
  office: { id: 'o', name: 'Dinas Sosial', shortName: 'Dinsos' },
  form: 'spm/triwulan',
  period: '2026-TW1',
  submission: null,
  status,
  late: false,
})
const show = (totals: { begun: number; submitted: number; approved: number; late: number }, cells: OverviewCell[]) => {
  render(
    <MemoryRouter>
      <Totals year={2026} totals={[{ reportType: 'spm', all: cells.length, ...totals }]} cells={cells} />
    </MemoryRouter>,
  )
  return screen.getAllByRole('link').map(link => [link.textContent, link.getAttribute('href')])
}

it('leads from each number to the list of so many reports', () => {
  const cells = (['approved', 'approved', 'in-review', 'signing', 'not-begun'] as const).map(cell)
  expect(show({ begun: 4, submitted: 3, approved: 2, late: 0 }, cells)).toEqual([
    ['2', '/laporan?jenis=spm&tahun=2026&status=approved'],
    ['1', '/laporan?jenis=spm&tahun=2026&status=submitted%2Cin-review%2Csecond-review'],
    ['1', '/laporan?jenis=spm&tahun=2026&status=draft%2Csigning%2Creturned'],
    ['1', '/laporan?jenis=spm&tahun=2026&status=not-begun'],
    ['5', '/laporan?jenis=spm&tahun=2026'],
  ])
})

it('leads nowhere where a Perubahan on its way makes the list another one', () => {
  // the draft is a Perubahan of what was approved, and counts as approved
  const cells = (['approved', 'draft'] as const).map(cell)
  expect(show({ begun: 2, submitted: 2, approved: 2, late: 1 }, cells)).toEqual([
    ['1', '/laporan?jenis=spm&tahun=2026&terlambat=ya'],
    ['2', '/laporan?jenis=spm&tahun=2026'],
  ])
})
