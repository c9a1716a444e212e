import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { judgeOf } from '#administration/judgeOf.ts'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { ReorganisePage } from './ReorganisePage.tsx'

const root = `${location.origin}/api/v1`
const ids = {
  A: '0193a7a0-0000-7000-8000-00000000000a',
  X: '0193a7a0-0000-7000-8000-00000000000b',
  Y: '0193a7a0-0000-7000-8000-00000000000c',
}
const offices = (['A', 'X', 'Y'] as const).map(name => ({
  id: ids[name],
  name: `Dinas ${name}`,
  kind: 'dinas',
  path: [name],
  urusan: [],
}))
interface Wish {
  choices: Record<string, string>
}
/** Each preview waits until it is released. */
const asked: { wish: Wish; answer: () => void }[] = []
const confirmed: Wish[] = []
const ready = (wish: Wish) => ({
  ends: true,
  atOnce: false,
  reports: [],
  assignments: [],
  keys: [],
  contributions: [],
  units: [],
  posts: ['p1', 'p2'].map(id => {
    const to = wish.choices[`post ${id}`] ?? ids.X
    return { id, name: `Orang ${id}`, to: { id: to, name: `Dinas ${to === ids.X ? 'X' : 'Y'}` } }
  }),
})
const server = setupServer(
  http.get(`${root}/offices`, () => HttpResponse.json({ items: offices })),
  http.get(`${root}/offices/${ids.A}`, () => HttpResponse.json({ ...offices[0], spans: [] })),
  http.post(`${root}/offices/${ids.A}/reorganisation/preview`, async ({ request }) => {
    const wish = (await request.json()) as Wish
    await new Promise<void>(answer => asked.push({ wish, answer }))
    return HttpResponse.json(ready(wish))
  }),
  http.post(`${root}/offices/${ids.A}/reorganisation`, async ({ request }) => {
    confirmed.push((await request.json()) as Wish)
    return HttpResponse.json({ id: 'r', status: 'planned', date: '2027-01-01' }, { status: 201 })
  }),
)
// as it has come by the time somebody has filled the form in
beforeAll(async () => void (await judgeOf('POST /offices/:id/reorganisation')))
beforeAll(() => {
  server.listen()
  Element.prototype.scrollIntoView = () => {}
})
afterAll(() => server.close())

it('confirms only what is on screen, whichever preview arrives first', async () => {
  const me = { now: '2026-11-24T02:00:00Z', region: { name: 'R', zone: 'Asia/Makassar' }, permissions: [], post: null }
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MeProvider me={partOf<Me>(me)} setMe={() => {}}>
        <MemoryRouter initialEntries={[`/o/${ids.A}`]}>
          <Routes>
            <Route path="/o/:id" element={<ReorganisePage />} />
          </Routes>
        </MemoryRouter>
      </MeProvider>
    </QueryClientProvider>,
  )
  const successors = await screen.findByRole('combobox', { name: /Penerus/ })
  for (const name of ['Dinas X', 'Dinas Y']) {
    await user.clear(successors)
    await user.type(successors, `${name}{Enter}`)
    await screen.findByRole('button', { name: `Lepas ${name}` })
  }
  await user.type(screen.getByLabelText(/Mulai berlaku/), '01-01-2027')
  await user.click(screen.getByRole('button', { name: 'Tampilkan pratinjau' }))
  const answer = async (nth: number) => {
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(nth))
    asked[nth]!.answer()
  }
  await answer(0)
  await user.selectOptions(await screen.findByLabelText('Penerus Orang p1'), ids.Y)
  expect(screen.queryByRole('button', { name: /^Jadwalkan/ })).toBeNull()
  await user.selectOptions(screen.getByLabelText('Penerus Orang p2'), ids.Y)
  const both = { 'post p1': ids.Y, 'post p2': ids.Y }
  await vi.waitFor(() => expect(asked.at(-1)?.wish.choices).toEqual(both))
  for (const { answer } of asked) answer()
  await user.click(await screen.findByRole('button', { name: /^Jadwalkan/ }))
  await vi.waitFor(() => expect(confirmed).toMatchObject([{ choices: both }]))
})
