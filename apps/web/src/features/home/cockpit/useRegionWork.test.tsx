import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { CockpitPart } from './CockpitPart.tsx'
import type { CockpitWish } from './cockpitQuery.ts'
import { useRegionWork } from './useRegionWork.ts'

const root = `${location.origin}/api/v1`
const edition = { id: 'e', name: 'LPPD Tahun 2025', version: 2, reportType: 'lppd', status: 'for-approval' }
let asked = ''
testServer(
  http.get(`${root}/cockpit/:list`, () =>
    HttpResponse.json({ items: [], next: null, total: { count: 0, of: 0, more: false } }),
  ),
  http.get(`${root}/editions`, ({ request }) => {
    asked = new URL(request.url).search
    return HttpResponse.json({
      items: [{ ...edition, statusAt: '2026-07-01T00:00:00Z', statusBy: { name: 'Koordinator LPPD' } }],
    })
  }),
  http.get(`${root}/rule-sets`, () =>
    HttpResponse.json({
      items: [
        { id: '2026.1', year: 2026, status: 'approved' },
        {
          ...{ id: '2026.2', year: 2026, status: 'proposed' },
          ...{ proposedAt: '2026-06-01T00:00:00Z', proposedBy: { name: 'Koordinator SPM' } },
        },
      ],
    }),
  ),
)

const Waiting = ({ wish }: { wish: CockpitWish }) => (
  <CockpitPart list="waiting" wish={wish} others={useRegionWork(wish)} />
)
const show = (wish: CockpitWish, region = true) => {
  const me = partOf<Me>({
    person: { id: 'p', name: 'Budi' },
    post: { id: 'post', region },
    permissions: ['figure.read'],
    region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
    now: new Date().toISOString(),
  })
  render(
    <MemoryRouter>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={new QueryClient()}>
          <Waiting wish={wish} />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
}
const empty = () => screen.findByText('Tidak ada yang menunggu kita')

it('lists what waits for an approval and has no office, the longest first, with how long', async () => {
  show({})
  await screen.findByText('0 laporan dan 2 pekerjaan kabupaten')
  expect(asked).toBe('?waiting=true')
  const lines = within(screen.getByRole('list')).getAllByRole('listitem')
  expect(lines.map(line => line.textContent)).toEqual([
    expect.stringMatching(/^Aturan penghitungan 2026Menunggu persetujuan sejak .*Diajukan Koordinator SPM/),
    expect.stringMatching(/^LPPD Tahun 2025, versi 2Menunggu pengesahan sejak .*Diajukan Koordinator LPPD/),
  ])
  expect(screen.queryByText('Tidak ada yang menunggu kita')).toBeNull()
})

it('is cut to a report type, and is not of an office or of a post without the region', async () => {
  show({ reportType: 'lppd' })
  await screen.findByText('0 laporan dan 1 pekerjaan kabupaten')
  show({ office: 'o' })
  await empty()
  show({}, false)
  await waitFor(() => expect(screen.getAllByText('Tidak ada yang menunggu kita')).toHaveLength(2))
})
