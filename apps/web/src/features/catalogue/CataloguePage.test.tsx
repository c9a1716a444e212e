import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { CataloguePage } from './CataloguePage.tsx'

const root = `${location.origin}/api/v1`
const asked: string[] = []
testServer(
  ...['forms', 'catalogues'].map(list => http.get(`${root}/${list}`, () => HttpResponse.json({ items: [] }))),
  http.get(`${root}/catalogues/a/b/rows`, ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json({ items: [], version: 1, next: null })
  }),
)

it('filters by one control for compared and not compared rows', async () => {
  const me = { now: '2026-11-24T02:00:00Z', region: { name: 'R', zone: 'Asia/Makassar' }, permissions: [], post: null }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MeProvider me={partOf<Me>(me)} setMe={() => {}}>
        <MemoryRouter initialEntries={['/pengelolaan/katalog/a/b']}>
          <Routes>
            <Route path="/pengelolaan/katalog/:type/:form" element={<CataloguePage />} />
          </Routes>
        </MemoryRouter>
      </MeProvider>
    </QueryClientProvider>,
  )
  const control = await screen.findByLabelText('Pencocokan')
  expect(screen.queryAllByRole('checkbox', { hidden: true })).toEqual([])
  await userEvent.selectOptions(control, 'Semua yang belum dicocokkan')
  await vi.waitFor(() => expect(asked.at(-1)).toBe('?unverified=true'))
  await userEvent.selectOptions(screen.getByLabelText('Pencocokan'), 'Sudah dicocokkan')
  await vi.waitFor(() => expect(asked.at(-1)).toBe('?confidence=verified'))
})
