import { QueryClient } from '@tanstack/react-query'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { invalidate } from './invalidate.ts'
import { everyPageOf, keptApart, pagesOf, queryOf } from './queryOf.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

it('is known by its route and arguments, in whatever order', () => {
  expect(queryOf('GET /forms').queryKey).toEqual(['GET /forms'])
  expect(queryOf('GET /forms', {}).queryKey).toEqual(['GET /forms'])
  expect(queryOf('GET /submissions/:id', { params: { id: 'a' } }).queryKey).toEqual([
    'GET /submissions/:id',
    { params: { id: 'a' } },
  ])
  expect(keptApart(queryOf('GET /forms'), 3).queryKey).toEqual(['GET /forms', 3])
})

it('sends its arguments, and a list the place of its next page', async () => {
  const asked: string[] = []
  server.use(
    http.get(`${location.origin}/api/v1/people`, ({ request }) => {
      const { search } = new URL(request.url)
      asked.push(search)
      return HttpResponse.json({ items: [asked.length], next: asked.length < 3 ? `c${asked.length}` : null })
    }),
  )
  const client = new QueryClient()
  expect(await client.fetchQuery(everyPageOf('GET /people', { query: { limit: 200 } }))).toEqual([1, 2, 3])
  expect(asked).toEqual(['?limit=200', '?limit=200&cursor=c1', '?limit=200&cursor=c2'])
  asked.length = 0
  const pages = pagesOf('GET /people', { query: { q: 'ani' } })
  expect((await client.fetchInfiniteQuery({ ...pages, pages: 2 })).pages).toHaveLength(2)
  expect(asked).toEqual(['?q=ani', '?q=ani&cursor=c1'])
  asked.length = 0
  expect(
    await client.fetchQuery(everyPageOf('GET /people', { query: { role: 'admin' } }, { mostPages: 1 })),
  ).toHaveLength(1)
})

it('is read again by naming its route, with all its arguments and no other route', async () => {
  const client = new QueryClient()
  const of = [
    queryOf('GET /people', { query: { role: 'admin' } }),
    pagesOf('GET /people'),
    queryOf('GET /people/:id', { params: { id: 'a' } }),
  ]
  for (const { queryKey } of of) client.setQueryData<object>(queryKey, {})
  await invalidate(client, 'GET /people')
  expect(of.map(({ queryKey }) => client.getQueryState(queryKey)?.isInvalidated)).toEqual([true, true, false])
})
