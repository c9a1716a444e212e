import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Me, ReportLine } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import QueuePage from './QueuePage.tsx'

const server = setupServer()
beforeAll(() => {
  server.listen()
  // Missing in jsdom.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const root = `${location.origin}/api/v1`
const me = partOf<Me>({
  person: { id: 'p', name: 'Budi', nip: null, username: null },
  post: { id: 'me', reportTypes: ['lkpj'], region: true, offices: [] },
  posts: [{ id: 'me' }],
  permissions: ['submission.read', 'submission.review'],
  contact: { name: '', whatsapp: '' },
  region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
  now: new Date().toISOString(),
})
const line = (submission: string, office: string, more: Partial<ReportLine> = {}): ReportLine => ({
  obligation: submission,
  submission,
  office: { id: office, name: `Dinas ${office}`, shortName: office },
  form: 'lkpj/karangan',
  title: 'Laporan karangan',
  reportType: 'lkpj',
  period: '2026-TW2',
  periodTitle: 'Triwulan II 2026',
  number: 1,
  practice: false,
  status: 'submitted',
  dueAt: '2026-07-20T15:59:00.000Z',
  opensAt: null,
  closesAt: null,
  returnDueAt: null,
  late: false,
  progress: null,
  openNotes: 0,
  claimedBy: null,
  submittedAt: null,
  statusAt: '2026-07-02T00:00:00.000Z',
  latestRevision: 1,
  approvedRevision: null,
  follows: [],
  reminder: null,
  prerequisites: [],
  ...more,
})

async function open(lines: ReportLine[], at = '/periksa', role?: string) {
  const asked: string[] = []
  server.use(
    http.get(`${root}/forms`, () =>
      HttpResponse.json({ items: [{ form: 'lkpj/karangan' }, { form: 'spm/karangan' }] }),
    ),
    http.get(`${root}/offices`, () => HttpResponse.json({ items: [] })),
    http.get(`${root}/periods`, () => HttpResponse.json({ items: [] })),
    http.get(`${root}/submissions`, ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ items: lines, next: null })
    }),
  )
  const { container } = render(
    <MeProvider me={role ? ({ ...me, post: { ...me.post, role } } as Me) : me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter initialEntries={[at]}>
          <QueuePage />
        </MemoryRouter>
      </QueryClientProvider>
    </MeProvider>,
  )
  await waitFor(() => expect(asked).not.toEqual([]))
  return { container, asked }
}

describe('QueuePage', () => {
  it('starts with what is pending, and follows the address', async () => {
    const { asked } = await open([], '/periksa')
    expect(asked[0]).toBe('?status=submitted%2Csecond-review')
    expect(await screen.findByText('Tidak ada laporan yang menunggu diambil')).toBeTruthy()
    const other = await open([], '/periksa?tab=saya&terlambat=ya')
    expect(other.asked[0]).toBe('?status=in-review%2Csecond-review&mine=true&late=true')
  })

  it('shows an evaluator the forms of evaluators', async () => {
    const { asked } = await open([], '/periksa', 'evaluator')
    expect(asked[0]).toBe('?status=submitted%2Csecond-review&reviewer=evaluator')
  })

  it('moves between reports by keys and claims the current one', async () => {
    const taken: string[] = []
    const { container } = await open([line('s1', 'Satu'), line('s2', 'Dua')])
    server.use(
      http.post(`${root}/submissions/:id/claim`, ({ params }) => {
        taken.push(String(params.id))
        return HttpResponse.json({ ...line('s2', 'Dua'), id: 's2', claimedBy: null })
      }),
    )
    await screen.findByRole('row', { name: /Dinas Dua/ })
    expect(await axeFinds(container)).toEqual([])
    await userEvent.keyboard('jjjk')
    expect(document.activeElement?.closest('tr')?.textContent).toContain('Dinas Satu')
    await userEvent.keyboard('{ArrowDown}a')
    const next = await screen.findByRole('link', { name: 'Periksa sekarang' })
    await waitFor(() => expect(document.activeElement).toBe(next))
    expect(taken).toEqual(['s2'])
  })

  it('names who was faster', async () => {
    await open([line('s1', 'Satu')])
    server.use(
      http.post(`${root}/submissions/:id/claim`, () =>
        HttpResponse.json(
          { type: '', code: 'wrong-status', status: 409, title: 'Tidak', detail: 'Sedang diperiksa.', instance: 'r' },
          { status: 409 },
        ),
      ),
      http.get(`${root}/submissions/s1`, () =>
        HttpResponse.json({ claimedBy: { actor: 'post:x', name: 'Sari', title: '' } }),
      ),
    )
    await userEvent.click(await screen.findByRole('button', { name: /^Ambil/ }))
    expect(await screen.findByText('Sari sudah mengambilnya.')).toBeTruthy()
  })

  it('offers to claim only unclaimed reports', async () => {
    await open([line('s1', 'Satu', { status: 'second-review', claimedBy: 'Sari' }), line('s2', 'Dua')])
    const held = within(await screen.findByRole('row', { name: /Dinas Satu/ }))
    expect(held.queryByRole('button', { name: /^Ambil/ })).toBeNull()
    expect(held.getByRole('link', { name: /^Lihat/ })).toBeTruthy()
  })
})
