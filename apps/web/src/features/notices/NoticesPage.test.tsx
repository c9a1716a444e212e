import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import NoticesPage from './NoticesPage.tsx'
import type { Notice } from './noticesQuery.ts'

const notice = (id: string, day: string, readAt: string | null) =>
  partOf<Notice>({
    ...{ id, kind: 'reminder', day, at: `${day}T00:00:00.000Z`, readAt, mail: 'none', count: 1, asked: null },
    lines: [
      {
        ...{
          obligation: id,
          submission: null,
          office: 'Dinsos',
          form: 'spm/triwulan',
          title: 'Laporan SPM',
          number: 1,
        },
        ...{ period: '2026-TW1', periodTitle: 'Triwulan I 2026', status: 'not-begun', due: '2026-04-20', since: null },
      },
    ],
  })
let items: Notice[] = []
let unread = 0
let sent: unknown[] = []
const root = `${location.origin}/api/v1`
testServer(
  http.get(`${root}/notices`, () => HttpResponse.json({ items, next: null })),
  http.get(`${root}/notices/unread`, () => HttpResponse.json({ unread })),
  http.post(`${root}/notices/read`, async ({ request }) => {
    sent.push(await request.json())
    items = items.map(one => ({ ...one, readAt: '2026-04-21T00:00:00.000Z' }))
    unread = 0
    return new HttpResponse(null, { status: 204 })
  }),
)
beforeEach(() => {
  sent = []
})
const show = () =>
  render(
    <MemoryRouter>
      <MeProvider me={partOf<Me>({ region: { name: 'Kabupaten', zone: 'Asia/Makassar' } })} setMe={() => {}}>
        <QueryClientProvider client={new QueryClient()}>
          <NoticesPage />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )

it('marks all up to the newest that is shown, also where the unread ones are further down', async () => {
  items = [notice('b', '2026-04-20', '2026-04-20T01:00:00.000Z')]
  unread = 2
  show()
  await userEvent.click(await screen.findByRole('button', { name: 'Tandai semua sudah dibaca' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Tandai semua/ })).toBeNull())
  expect(sent).toEqual([{ notices: null, upTo: '2026-04-20T00:00:00.000Z' }])
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})

it('goes on at the next notice after one was marked, and at the heading after the last', async () => {
  items = [notice('b', '2026-04-20', null), notice('a', '2026-04-19', null)]
  unread = 2
  show()
  const [first] = await screen.findAllByRole('button', { name: /^Tandai sudah dibaca/ })
  await userEvent.click(first!)
  await waitFor(() => expect(screen.queryAllByRole('button', { name: /^Tandai sudah dibaca/ })).toEqual([]))
  expect(document.activeElement).toBe(screen.getAllByRole('link', { name: /^Laporan SPM/ })[1])
})
