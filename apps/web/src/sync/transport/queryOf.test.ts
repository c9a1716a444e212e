import { QueryClient } from '@tanstack/react-query'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

describe('what is read again', () => {
  const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } })
  const people = queryOf('GET /people')
  const all = everyPageOf('GET /people', {})
  const pages = { ...pagesOf('GET /people'), pages: 2 }

  /** Answers from `there`, by what follows the path. Returns what was asked: `whole`, or by the ETag of what `changed` or not. */
  function serve(there: Record<string, { items: unknown[]; next: string | null }>) {
    const asked: string[] = []
    server.use(
      http.get(`${location.origin}/api/v1/people`, ({ request }) => {
        const { search } = new URL(request.url)
        const etag = `"${search} ${JSON.stringify(there[search])}"`
        const known = request.headers.get('if-none-match')
        const same = known === etag
        asked.push(`${search} ${same ? 'same' : known ? 'changed' : 'whole'}`.trim())
        return same ? new HttpResponse(null, { status: 304 }) : HttpResponse.json(there[search], { headers: { etag } })
      }),
    )
    return asked
  }
  /** What the query then has. */
  async function read(client: QueryClient) {
    await client.fetchQuery(people)
    return client.getQueryData(people.queryKey)!
  }

  it('is asked for with its ETag, and is the same object where nothing changed', async () => {
    const there = { '': { items: [{ id: 'a' }, { id: 'b' }], next: null } }
    const asked = serve(there)
    const client = newClient()
    const first = await read(client)
    await invalidate(client, 'GET /people')
    expect(await read(client)).toBe(first)
    there[''].items[1] = { id: 'c' }
    const second = await read(client)
    expect(second).toEqual(there[''])
    expect(second.items[0]).toBe(first.items[0])
    // a copy that Query has made, in part of what it had
    expect(await read(client)).toBe(second)
    expect(asked).toEqual(['whole', 'same', 'changed', 'same'])
  })
  it('is the whole answer where data was set by hand meanwhile', async () => {
    const asked = serve({ '': { items: [{ id: 'a' }], next: null } })
    const client = newClient()
    const { items, ...rest } = await read(client)
    client.setQueryData(people.queryKey, { ...rest, items: [...items, ...items] })
    expect((await read(client)).items).toEqual([{ id: 'a' }])
    expect(asked).toEqual(['whole', 'whole'])
  })
  it('sends the ETag of each of its requests', async () => {
    const there = { '': { items: [1], next: 'c1' }, '?cursor=c1': { items: [2], next: null } }
    const asked = serve(there)
    const client = newClient()
    for (const _ of 'ab') expect(await client.fetchQuery(all)).toEqual([1, 2])
    there['?cursor=c1'].items.push(3)
    for (const _ of 'ab') expect(await client.fetchQuery(all)).toEqual([1, 2, 3])
    expect(asked.filter((_, at) => at % 2 === 0)).toEqual(['whole', 'same', 'same', 'same'])
    expect(asked.filter((_, at) => at % 2 === 1)).toEqual(
      ['whole', 'same', 'changed', 'same'].map(how => `?cursor=c1 ${how}`),
    )
  })
  it('sends the ETag of each page, also of one that changed', async () => {
    const there = { '': { items: [1], next: 'c1' }, '?cursor=c1': { items: [2], next: null } }
    const asked = serve(there)
    const client = newClient()
    const first = await client.fetchInfiniteQuery(pages)
    expect((await client.fetchInfiniteQuery(pages)).pages[1]).toBe(first.pages[1])
    there['?cursor=c1'].items.push(3)
    const second = await client.fetchInfiniteQuery(pages)
    expect(second.pages.map(({ items }) => items)).toEqual([[1], [2, 3]])
    expect(second.pages[0]).toBe(first.pages[0])
    await client.fetchInfiniteQuery(pages)
    expect(asked.filter((_, at) => at % 2 === 1)).toEqual(
      ['whole', 'same', 'changed', 'same'].map(how => `?cursor=c1 ${how}`),
    )
  })
  it('leaves nothing behind: what was removed, or is read by another client, is read in full', async () => {
    const asked = serve({ '': { items: [{ id: 'a' }], next: null } })
    const client = newClient()
    const given = new Set([await read(client)])
    client.removeQueries(people)
    given.add(await read(client))
    client.clear()
    given.add(await read(client))
    given.add(await read(newClient()))
    expect(given.size).toBe(4)
    expect(asked).toEqual(['whole', 'whole', 'whole', 'whole'])
  })
})
