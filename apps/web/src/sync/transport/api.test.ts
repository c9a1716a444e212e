import { act, renderHook } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { setCacheReader } from '../cache/deviceCache.ts'
import { fieldErrors, hasCode, NoAnswerError, ProblemError } from '../problems/ProblemError.ts'
import { watchOtherTabs } from '../tabs/tabs.ts'
import { addressOf, api, call, file } from './api.ts'
import { mostTurns, useServerBusy } from './serverBusy.ts'
import { askToSignInWith } from './sessionGate.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => {
  server.resetHandlers()
  askToSignInWith(null)
})
afterAll(() => server.close())

const root = `${location.origin}/api/v1`
const refuse = (status: number, code: string, more = {}) =>
  HttpResponse.json(
    { type: `/problems/${code}`, code, status, title: code, detail: '', instance: 'r1', ...more },
    { status },
  )
const id = '0199f5a0-0000-7000-8000-000000000001'

describe('addressOf', () => {
  it('fills in path parameters and leaves out filters that are not set', () =>
    expect(
      addressOf('GET /submissions/:id/revisions/:n', { params: { id: 'a b', n: 2 }, query: { q: undefined, x: null } }),
    ).toBe('/api/v1/submissions/a%20b/revisions/2'))
  it('sends an empty text', () =>
    expect(addressOf('GET /figures', { query: { row: '' } })).toBe('/api/v1/figures?row='))
  it('writes what is set', () =>
    expect(addressOf('GET /obligations', { query: { late: true, q: 'a&b' } })).toBe(
      '/api/v1/obligations?late=true&q=a%26b',
    ))
})

describe('api', () => {
  it('returns the body', async () => {
    server.use(http.get(`${root}/forms`, () => HttpResponse.json({ items: [] })))
    expect(await api('GET /forms')).toEqual({ items: [] })
  })
  it('returns null where there is no body', async () => {
    server.use(http.delete(`${root}/session`, () => new HttpResponse(null, { status: 204 })))
    expect(await api('DELETE /session')).toBeNull()
  })
  it('sends JSON, the version last read, and an idempotency key', async () => {
    let seen: Headers | undefined
    let body: unknown
    server.use(
      http.post(`${root}/submissions/:id/claim`, async ({ request }) => {
        seen = request.headers
        body = await request.json()
        return HttpResponse.json({}, { headers: { etag: '"8"' } })
      }),
    )
    const { etag } = await call('POST /submissions/:id/claim', { params: { id }, body: {}, ifMatch: 7 })
    expect(body).toEqual({})
    expect(seen?.get('if-match')).toBe('"7"')
    expect(seen?.get('content-type')).toBe('application/json')
    expect(seen?.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(etag).toBe('8')
  })
  it('sends a file with its fields as a form', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch').mockResolvedValue(HttpResponse.json({}))
    await api('POST /submissions/:id/attachments', {
      params: { id },
      body: { id, anchor: '', title: 'Bukti' },
      file: new Blob(['x']),
      fileName: 'bukti.pdf',
    })
    const { body, headers } = fetching.mock.calls[0]?.[1] ?? {}
    for (const name of ['content-type', 'idempotency-key']) expect(new Headers(headers).has(name)).toBe(false)
    expect(Object.fromEntries(body as FormData)).toMatchObject({
      id,
      anchor: '',
      title: 'Bukti',
      file: { name: 'bukti.pdf' },
    })
  })
  it('throws a refusal with the messages of its fields', async () => {
    const errors = [{ pointer: '/name', code: 'too-short', message: 'Isian ini wajib diisi.' }]
    server.use(http.post(`${root}/waves`, () => refuse(422, 'invalid', { errors })))
    const thrown = await api('POST /waves', {
      body: { name: '', fromPeriod: '2026', offices: [], reportTypes: [] },
    }).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(ProblemError)
    expect(hasCode(thrown, 'invalid')).toBe(true)
    expect(fieldErrors(thrown)).toEqual({ name: 'Isian ini wajib diisi.' })
  })
  it('reports a dropped connection as no answer', async () => {
    server.use(http.get(`${root}/forms`, () => HttpResponse.error()))
    await expect(api('GET /forms')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it('copes with a proxy that answers with a page of its own', async () => {
    server.use(http.get(`${root}/forms`, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
    await expect(api('GET /forms')).rejects.toMatchObject({ problem: { code: 'busy' } })
  })
})

describe('a server that has no room', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  const busy = () => refuse(503, 'busy', { retryAfter: 5 })

  it('is asked again for a list when it says, and the page gets its answer', async () => {
    let asked = 0
    server.use(http.get(`${root}/overview`, () => (++asked < 3 ? busy() : HttpResponse.json({ totals: [] }))))
    const answer = api('GET /overview', { query: { year: 2026 } })
    const { result } = renderHook(useServerBusy)
    await vi.waitUntil(() => result.current)
    await act(() => vi.advanceTimersByTimeAsync(4900))
    expect(asked).toBe(1)
    await act(() => vi.advanceTimersByTimeAsync(200))
    await vi.waitUntil(() => asked === 2 && result.current)
    await act(() => vi.advanceTimersByTimeAsync(5000))
    expect(await answer).toEqual({ totals: [] })
    expect(result.current).toBe(false)
  })
  it('is not asked again after the page was left', async () => {
    const asked = vi.fn(busy)
    server.use(http.get(`${root}/forms`, asked))
    const left = new AbortController()
    const answer = api('GET /forms', { signal: left.signal }).catch((error: unknown) => error)
    const { result } = renderHook(useServerBusy)
    await vi.waitUntil(() => result.current)
    left.abort()
    expect(await answer).toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveBeenCalledOnce()
  })
  it('says at once that a write was not done: who sent it decides', async () => {
    server.use(http.post(`${root}/submissions/:id/submit`, busy))
    const sent = api('POST /submissions/:id/submit', { params: { id }, body: {} })
    await expect(sent).rejects.toMatchObject({ problem: { code: 'busy', retryAfter: 5 } })
  })
  it('is given up in the end', async () => {
    const asked = vi.fn(busy)
    server.use(http.get(`${root}/forms`, asked))
    const answer = api('GET /forms').catch((error: unknown) => error)
    const { result } = renderHook(useServerBusy)
    for (let turn = 1; turn <= mostTurns; turn++) {
      await vi.waitUntil(() => asked.mock.calls.length === turn && result.current)
      await act(() => vi.advanceTimersByTimeAsync(5000))
    }
    expect(await answer).toMatchObject({ problem: { code: 'busy' } })
  })
})

describe('a response whose body breaks off is no answer', () => {
  /** As `fetch` returns it: the head arrived, and the connection ends after these characters. */
  const cut = (text: string, init: ResponseInit = {}) => {
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode(text)),
      pull: controller => controller.error(new TypeError('network error')),
    })
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(body, init))
  }
  afterEach(() => vi.restoreAllMocks())

  it('for a list', async () => {
    cut('{"items":[{"id":"a"},')
    await expect(api('GET /offices')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it('for a list whose fragment is valid JSON', async () => {
    cut('{"items":[]}')
    await expect(api('GET /offices')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it('for a file', async () => {
    cut('%PDF-1.7')
    const asked = file('GET /submissions/:id/revisions/:n/pdf', { params: { id, n: 1 } })
    await expect(asked).rejects.toBeInstanceOf(NoAnswerError)
  })
  it.each([409, 422, 503])('for a refusal with %i, which would otherwise be taken for a server error', async status => {
    cut('{"code":"wrong-sta', { status, headers: { 'content-type': 'application/problem+json' } })
    await expect(api('GET /offices')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it.each([
    ['a body', 200],
    ['a refusal', 409],
  ])('for %s truncated by a proxy, though the connection ended cleanly', async (_, status) => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"items":[{"id"', { status, headers }))
    await expect(api('GET /offices')).rejects.toBeInstanceOf(NoAnswerError)
  })
})

describe('a session that acts as another user or post', () => {
  const asked: (string | null)[] = []
  const offices = (...answers: (() => Response)[]) =>
    server.use(
      http.get(`${root}/offices`, ({ request }) => {
        asked.push(request.headers.get('sepakat-acting'))
        return (answers.shift() ?? (() => HttpResponse.json({ items: [] })))()
      }),
    )
  const elsewhere = () => refuse(409, 'acting-elsewhere')
  const me = { person: { id: 'siti' }, post: { id: 'p1' } } as Me
  beforeEach(() => {
    asked.length = 0
    setCacheReader('siti/p1')
  })
  afterEach(() => setCacheReader(null))

  it('holds requests until this tab’s user or post is back', async () => {
    offices(elsewhere)
    const changed = vi.fn()
    const stop = watchOtherTabs(me, changed)
    const asking = api('GET /offices')
    await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith(false))
    expect(asked).toEqual(['siti/p1'])
    const other = new BroadcastChannel('sepakat.session')
    other.postMessage('siti/p1')
    expect(await asking).toEqual({ items: [] })
    expect(asked).toEqual(['siti/p1', 'siti/p1'])
    other.close()
    stop()
  })
  it('drops requests made before this tab itself switched post', async () => {
    offices(elsewhere)
    const asking = api('GET /offices')
    const dropped = expect(asking).rejects.toBeInstanceOf(NoAnswerError)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    setCacheReader('siti/p2')
    await dropped
    expect(asked).toHaveLength(1)
  })
})

describe('a session that expired', () => {
  const ended = () => http.get(`${root}/offices`, () => refuse(401, 'not-signed-in'), { once: true })
  it('asks once for all pending calls, then sends them again', async () => {
    server.use(
      ended(),
      http.get(`${root}/offices`, () => HttpResponse.json({ items: [] })),
      http.get(`${root}/forms`, () => refuse(401, 'not-signed-in'), { once: true }),
      http.get(`${root}/forms`, () => HttpResponse.json({ items: [] })),
    )
    const ask = vi.fn(async () => {
      await new Promise(resolve => setTimeout(resolve, 30))
      return true
    })
    askToSignInWith(ask)
    expect(await Promise.all([api('GET /offices'), api('GET /forms')])).toEqual([{ items: [] }, { items: [] }])
    expect(ask).toHaveBeenCalledTimes(1)
  })
  it('does not ask over a refusal that comes late: what was sent before the user signed in again is sent once more', async () => {
    const ask = vi.fn(async () => true)
    askToSignInWith(ask)
    let first = true
    server.use(
      http.get(`${root}/forms`, () => refuse(401, 'not-signed-in'), { once: true }),
      http.get(`${root}/forms`, () => HttpResponse.json({ items: [] })),
      http.get(`${root}/offices`, async () => {
        if (!first) return HttpResponse.json({ items: [] })
        first = false
        await new Promise(resolve => setTimeout(resolve, 60))
        return refuse(401, 'not-signed-in')
      }),
    )
    const late = api('GET /offices')
    expect(await api('GET /forms')).toEqual({ items: [] })
    expect(await late).toEqual({ items: [] })
    expect(ask).toHaveBeenCalledTimes(1)
  })
  it('asks again where the dialog of an earlier question is gone', async () => {
    askToSignInWith(() => new Promise(() => {}))
    server.use(http.get(`${root}/forms`, () => refuse(401, 'not-signed-in'), { once: true }))
    void api('GET /forms')
    await new Promise(resolve => setTimeout(resolve, 30))
    server.use(
      ended(),
      http.get(`${root}/offices`, () => HttpResponse.json({ items: [] })),
    )
    askToSignInWith(async () => true)
    expect(await api('GET /offices')).toEqual({ items: [] })
  })
  it('rejects with the refusal where the user gave up', async () => {
    server.use(ended())
    askToSignInWith(async () => false)
    await expect(api('GET /offices')).rejects.toMatchObject({ problem: { code: 'not-signed-in' } })
  })
  it('does not ask over a wrong password', async () => {
    const ask = vi.fn(async () => true)
    askToSignInWith(ask)
    server.use(http.put(`${root}/password`, () => refuse(401, 'bad-credentials')))
    await expect(api('PUT /password', { body: { current: 'a', next: 'b' } })).rejects.toMatchObject({
      problem: { code: 'bad-credentials' },
    })
    expect(ask).not.toHaveBeenCalled()
  })
})
