import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { createElement, type ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openInvented } from './fixtures/store.ts'
import { useChanges } from './useChanges.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const client = new QueryClient()
const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children)

const reached = '/counts/kunjungan/reached'

it.each([
  { active: true, as: 'filled in' },
  { active: false, as: 'read' },
])(
  'a form that starts from the cache and is $as fetches later changes once, and marks nothing as new',
  async ({ active }) => {
    const invented = openInvented()
    const [copy, rev] = [invented.open, invented.server.version()]
    const store = copy({ behind: true })
    invented.server.save(
      [{ changeId: crypto.randomUUID(), op: 'set', pointer: reached, value: '4700', base: 1 }],
      'post:other',
    )
    const since: string[] = []
    server.use(
      http.get('*/changes', ({ request }) => {
        since.push(new URL(request.url).searchParams.get('since') ?? '')
        const items = invented.server.changes(Number(since[0]))
        return HttpResponse.json({ version: invented.server.version(), items, more: false })
      }),
    )
    const { unmount } = renderHook(() => useChanges(store, 's1', 'post:me', active, rev), { wrapper })
    await vi.waitFor(() => expect(store.cell(reached)).toBe('4700'))
    expect(store.freshAt(reached)).toBeUndefined()
    expect(store.seen.isBehind()).toBe(false)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(since).toEqual([String(rev)])
    unmount()
  },
)

it('a read-only form takes in new changes as soon as the report is known to have a newer version', async () => {
  const invented = openInvented()
  const { store } = invented
  server.use(
    http.get('*/changes', ({ request }) => {
      const since = Number(new URL(request.url).searchParams.get('since'))
      return HttpResponse.json({
        version: invented.server.version(),
        items: invented.server.changes(since),
        more: false,
      })
    }),
  )
  const { rerender, unmount } = renderHook(({ version }) => useChanges(store, 's2', 'post:me', false, version), {
    wrapper,
    initialProps: { version: invented.server.version() },
  })
  const change = { changeId: crypto.randomUUID(), op: 'set', pointer: reached, value: '4700', base: 1 } as const
  invented.server.save([change], 'post:penilai')
  rerender({ version: invented.server.version() })
  await vi.waitFor(() => expect(store.cell(reached)).toBe('4700'))
  unmount()
})

it('what did not change meanwhile is asked for by its ETag', async () => {
  const { store, server: invented } = openInvented()
  const asked: (string | null)[] = []
  server.use(
    http.get('*/changes', ({ request }) => {
      asked.push(request.headers.get('if-none-match'))
      const none = { version: invented.version(), items: [], more: false }
      return asked.length > 1
        ? new HttpResponse(null, { status: 304 })
        : HttpResponse.json(none, { headers: { etag: '"v1"' } })
    }),
  )
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] })
  const { unmount } = renderHook(() => useChanges(store, 's3', 'post:me', true, 0), { wrapper })
  await vi.advanceTimersByTimeAsync(5000)
  await vi.waitFor(() => expect(asked).toEqual([null]))
  await vi.advanceTimersByTimeAsync(5000)
  await vi.waitFor(() => expect(asked).toEqual([null, '"v1"']))
  unmount()
  vi.useRealTimers()
})

it('what no answer came to is asked for at the next time, not again and again', async () => {
  const store = openInvented().open({ behind: true })
  let asked = 0
  server.use(
    http.get('*/changes', () => {
      asked += 1
      return HttpResponse.error()
    }),
  )
  client.setDefaultOptions({ queries: { retry: 2, retryDelay: 1 } })
  const { unmount } = renderHook(() => useChanges(store, 's4', 'post:me', true, 0), { wrapper })
  await vi.waitFor(() => expect(asked).toBe(1))
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(asked).toBe(1)
  unmount()
})
