import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import type { Question } from './questionWords.ts'
import { ReportQuestions } from './ReportQuestions.tsx'

const office = { id: 'o', name: 'Dinas Kesehatan', shortName: 'Dinkes' }
const question = (id: string) =>
  partOf<Question>({
    ...{ id, submission: 's', revision: 1, text: `Mengapa ${id}?`, status: 'asked', answers: [], mayClose: true },
    ...{ by: { actor: 'post:leader', name: 'Bupati', title: '' }, at: '2026-10-01T00:00:00Z' },
    ...{ office, form: 'spm/triwulan', period: '2026-TW1', code: 'spmIndex', row: '', label: id, rowLabel: '' },
  })
let listed: Question[] = []
const leaves = (id: string) => {
  listed = listed.filter(one => one.id !== id)
}
testServer(
  http.get(`${location.origin}/api/v1/questions`, () => HttpResponse.json({ items: listed })),
  http.post(`${location.origin}/api/v1/submissions/s/questions/:id/:act`, ({ params }) => {
    leaves(String(params.id))
    return HttpResponse.json(question(String(params.id)))
  }),
)

const show = async (permissions: Me['permissions']) => {
  listed = ['satu', 'dua', 'tiga'].map(question)
  const me = partOf<Me>({
    region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
    post: { id: 'post', offices: [] },
    person: { id: 'p' },
    permissions: ['figure.read', ...permissions],
  })
  render(
    <MemoryRouter>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={new QueryClient()}>
          <h1 tabIndex={-1}>Laporan</h1>
          <ReportQuestions of={{ office, form: 'spm/triwulan', period: '2026-TW1' }} />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
  await screen.findByText(/: 3$/)
  await screen.findByRole('article', { name: of('tiga') })
}
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName
const of = (id: string) => `Permintaan penjelasan: Mengapa ${id}?`

it('goes on at the next question where one was answered and left, then at the one before, then at the heading', async () => {
  const user = userEvent.setup()
  await show(['submission.write'])
  for (const [id, next] of [
    ['dua', of('tiga')],
    ['tiga', of('satu')],
    ['satu', 'H1'],
  ] as const) {
    const box = screen.getByRole('article', { name: of(id) })
    await user.type(box.querySelector('textarea')!, 'Karena banjir.')
    await user.click(box.querySelector('button')!)
    await waitFor(() => expect(screen.queryByRole('article', { name: of(id) })).toBeNull())
    await waitFor(() => expect(focused()).toBe(next))
  }
})

it('leaves the focus where it has gone meanwhile', async () => {
  const user = userEvent.setup()
  await show([])
  const [first] = screen.getAllByRole('button', { name: 'Tutup permintaan ini' })
  await user.click(first!)
  const link = screen.getByRole('link', { name: 'tiga' })
  link.focus()
  await waitFor(() => expect(screen.queryByRole('article', { name: of('satu') })).toBeNull())
  expect(document.activeElement).toBe(link)
})
