import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Figures } from './Figures.tsx'

const figure = (code: string, value: string, more: object = {}) => ({
  office: { id: 'o', name: 'Dinas Sosial', shortName: 'Dinsos' },
  form: 'spm/triwulan',
  period: '2026-TW3',
  submission: 's',
  revision: 1,
  standing: 'provisional',
  label: code === 'completeness' ? 'Tingkat keterisian' : 'Indeks internal perangkat daerah',
  rowLabel: '',
  figure: { code, row: '', value, why: null, unit: '%', band: null, basis: null, ...more },
})
const items = [
  figure('completeness', '62.5'),
  figure('spm.officeIndex', '93.816666', { unit: '', basis: 'year-to-date', band: { label: 'Tuntas Utama' } }),
]
const server = setupServer(
  http.get(`${location.origin}/api/v1/figures`, () => HttpResponse.json({ items, next: null })),
)
beforeAll(() => server.listen())
afterAll(() => server.close())

it('shows an index with its category, that it is of the year so far, and how much is filled in', async () => {
  const published = { legal: '', period: 'quarter', numbered: false, version: 1, sha256: '', publishedAt: '' } as const
  const forms = [{ form: 'spm/triwulan', title: 'Laporan penerapan SPM', ...published }]
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Figures
        year={2026}
        forms={forms}
        form="spm/triwulan"
        code="spm.officeIndex"
        onForm={() => {}}
        onCode={() => {}}
      />
    </QueryClientProvider>,
  )
  const row = (await screen.findByText('Dinas Sosial')).closest('tr')
  expect(row?.textContent).toContain('93,82 · Tuntas Utama (berjalan, terhadap target setahun)')
  expect(row?.textContent).toContain('62,50 %')
})
