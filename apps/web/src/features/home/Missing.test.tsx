import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { MissingPlan, yearsToPlan } from './Missing.tsx'

const api = `${location.origin}/api/v1`
let periods: object[] = []
testServer(
  http.get(`${api}/forms`, () =>
    HttpResponse.json({
      items: [
        { form: 'lkpj/tahunan', title: 'Program', period: 'year' },
        { form: 'spm/triwulan', title: 'SPM', period: 'quarter' },
      ],
    }),
  ),
  http.get(`${api}/periods`, () => HttpResponse.json({ items: periods })),
  http.get(`${api}/assignments`, () => HttpResponse.json({ items: [], next: null })),
  http.all(`${api}/obligations/*`, () => HttpResponse.json({ added: 0, existing: 4, removed: 0, outside: [] })),
)

const show = (reportTypes: NonNullable<Me['post']>['reportTypes']) => {
  const me = partOf<Me>({ region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' }, post: { reportTypes } })
  render(
    <MemoryRouter>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={new QueryClient()}>
          <MissingPlan year={2027} />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
}
const quarters = [1, 2, 3].map(quarter => ({ form: 'spm/triwulan', key: `2027-TW${quarter}` }))

it.each<[NonNullable<Me['post']>['reportTypes'], string]>([
  [[], '2 periode lapor belum dibuat'],
  [['spm'], '1 periode lapor belum dibuat'],
])('counts the missing periods of the forms of a post for %j', async (reportTypes, words) => {
  periods = quarters
  show(reportTypes)
  expect(await screen.findByText(words)).toBeTruthy()
  expect(await screen.findByText('Semua perangkat daerah yang wajib melapor sudah masuk gelombang')).toBeTruthy()
})

it('does not mention waves while the year has no periods', async () => {
  periods = []
  show([])
  expect(await screen.findByText('Periode lapor tahun 2027 belum dibuat')).toBeTruthy()
  expect(await screen.findByText('Semua baris katalog sudah ada pengampunya')).toBeTruthy()
  expect(screen.queryByText(/gelombang/)).toBeNull()
})

it('looks to the next year from October on', () => {
  expect(yearsToPlan('2026-09-30')).toEqual([2026])
  expect(yearsToPlan('2026-10-01')).toEqual([2026, 2027])
})
