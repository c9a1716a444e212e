import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoAnswerError } from '../problems/ProblemError.ts'
import { api } from '../transport/api.ts'
import { closeVault, keyOf, openVault } from '../vault/vault.ts'
import { readCached, setCacheReader, throughCache } from './deviceCache.ts'

const server = setupServer()
const forms = `${location.origin}/api/v1/forms`
beforeAll(() => server.listen())
beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  openVault({ person: 'siti', keys: [await keyOf(new Uint8Array(32))] })
})
afterEach(() => {
  server.resetHandlers()
  setCacheReader(null)
  closeVault()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
afterAll(() => server.close())

const items = (...titles: string[]) => HttpResponse.json({ items: titles }, { headers: { etag: `W/"${titles}"` } })
const cut = () => http.get(forms, () => HttpResponse.error())
const kept = (who: string) => vi.waitFor(async () => expect(await readCached(who, '/api/v1/forms')).toBeTruthy())

describe('a cached response', () => {
  it('is returned while the server does not answer, to the same user in the same post only', async () => {
    setCacheReader('siti/p1')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    await kept('siti/p1')
    server.use(cut())
    expect(await api('GET /forms')).toEqual({ items: ['SPM'] })
    setCacheReader('siti/p2')
    await expect(api('GET /forms')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it('is not returned in place of a refusal', async () => {
    setCacheReader('siti/p3')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    await kept('siti/p3')
    server.use(http.get(forms, () => HttpResponse.json({ code: 'forbidden' }, { status: 403 })))
    await expect(api('GET /forms')).rejects.toMatchObject({ problem: { code: 'forbidden' } })
  })
  it('is returned after a timeout on a stalled connection; the late response still updates it', async () => {
    setCacheReader('siti/p4')
    await throughCache('/x', async () => ({ data: 'old', etag: null }))
    await vi.waitFor(async () => expect(await readCached('siti/p4', '/x')).toBeTruthy())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let answer = (_: { data: string; etag: null }) => {}
    const asked = throughCache('/x', () => new Promise<{ data: string; etag: null }>(resolve => (answer = resolve)))
    await vi.advanceTimersByTimeAsync(8000)
    vi.useRealTimers()
    expect(await asked).toMatchObject({ data: 'old' })
    answer({ data: 'new', etag: null })
    await vi.waitFor(async () => expect(await readCached('siti/p4', '/x')).toMatchObject({ data: 'new' }))
  })
  it('is revalidated with its ETag, also after a restart: an unchanged one is not sent again', async () => {
    const asked: (string | null)[] = []
    server.use(
      http.get(forms, ({ request }) => {
        const known = request.headers.get('if-none-match')
        asked.push(known)
        return known ? new HttpResponse(null, { status: 304 }) : items('SPM')
      }),
    )
    setCacheReader('siti/p5')
    await api('GET /forms')
    await kept('siti/p5')
    expect(await api('GET /forms')).toEqual({ items: ['SPM'] })
    setCacheReader(null) // as after a restart: memory is empty
    setCacheReader('siti/p5')
    expect(await api('GET /forms')).toEqual({ items: ['SPM'] })
    expect(asked).toEqual([null, '"SPM"', '"SPM"'])
  })
  it('does not count as current where the device did not store the newer response', async () => {
    setCacheReader('siti/p8')
    const read = (data: string, more = {}) => throughCache('/x', async () => ({ data, etag: data, ...more }))
    await read('old')
    await vi.waitFor(async () => expect(await readCached('siti/p8', '/x')).toBeTruthy())
    closeVault()
    await read('new')
    openVault({ person: 'siti', keys: [await keyOf(new Uint8Array(32))] })
    await read('new', { unchanged: true })
    await vi.waitFor(async () => expect(await readCached('siti/p8', '/x')).toMatchObject({ data: 'new' }))
  })
  it('is encrypted: another user, or a signed-out page, reads nothing of it', async () => {
    setCacheReader('siti/p6')
    await throughCache('/x', async () => ({ data: 'rahasia', etag: null }))
    await vi.waitFor(async () => expect(await readCached('siti/p6', '/x')).toBeTruthy())
    openVault({ person: 'budi', keys: [await keyOf(new Uint8Array(32).fill(1))] })
    expect(await readCached('siti/p6', '/x')).toBeUndefined()
    closeVault()
    expect(await readCached('siti/p6', '/x')).toBeUndefined()
  })
  it('is not stored on plain http', async () => {
    vi.stubGlobal('isSecureContext', false)
    setCacheReader('siti/p7')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    server.use(cut())
    await expect(api('GET /forms')).rejects.toBeInstanceOf(NoAnswerError)
  })
})

describe('a list that is only asked about', () => {
  const unread = `${location.origin}/api/v1/notices/unread`
  const count = (unread: number) => HttpResponse.json({ unread }, { headers: { etag: `W/"${unread}"` } })

  it('is asked for with its ETag after a restart, and an unchanged one is not sent again', async () => {
    const asked: (string | null)[] = []
    server.use(
      http.get(unread, ({ request }) => {
        const known = request.headers.get('if-none-match')
        asked.push(known)
        return known ? new HttpResponse(null, { status: 304 }) : count(3)
      }),
    )
    setCacheReader('siti/p9')
    expect(await api('GET /notices/unread')).toEqual({ unread: 3 })
    await vi.waitFor(async () => expect(await readCached('siti/p9', '/api/v1/notices/unread')).toBeTruthy())
    expect(await api('GET /notices/unread')).toEqual({ unread: 3 })
    expect(asked).toEqual([null, '"3"'])
  })
  it('gives what the server says now, and asks with that the next time', async () => {
    const asked: (string | null)[] = []
    setCacheReader('siti/p10')
    for (const now of [3, 0]) {
      server.use(
        http.get(unread, ({ request }) => {
          asked.push(request.headers.get('if-none-match'))
          return count(now)
        }),
      )
      expect(await api('GET /notices/unread')).toEqual({ unread: now })
      await vi.waitFor(async () =>
        expect(await readCached('siti/p10', '/api/v1/notices/unread')).toMatchObject({ data: { unread: now } }),
      )
    }
    await api('GET /notices/unread')
    expect(asked).toEqual([null, '"3"', '"0"'])
  })
  it('is never shown while the server does not answer: its count may be another by now', async () => {
    setCacheReader('siti/p11')
    server.use(http.get(unread, () => count(3)))
    await api('GET /notices/unread')
    await vi.waitFor(async () => expect(await readCached('siti/p11', '/api/v1/notices/unread')).toBeTruthy())
    server.use(http.get(unread, () => HttpResponse.error()))
    await expect(api('GET /notices/unread')).rejects.toBeInstanceOf(NoAnswerError)
  })
})
