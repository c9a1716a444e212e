import 'fake-indexeddb/auto'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../api.ts'
import type { Me } from '../apiTypes.ts'
import { NoAnswerError } from '../ProblemError.ts'
import { copiesOf, copyOf, throughCopies } from './copies.ts'
import { forgetRead, lastHere, rememberMe } from './session.ts'

const server = setupServer()
const forms = `${location.origin}/api/v1/forms`
beforeAll(() => server.listen())
beforeEach(() => vi.stubGlobal('isSecureContext', true))
afterEach(async () => {
  server.resetHandlers()
  await forgetRead()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
afterAll(() => server.close())

const items = (...titles: string[]) => HttpResponse.json({ items: titles })
const cut = () => http.get(forms, () => HttpResponse.error())
const kept = () => vi.waitFor(async () => expect(await copyOf('siti/p1', '/api/v1/forms')).toBeTruthy())

describe('what a person read', () => {
  it('is given again while the server does not answer, to the same person in the same post only', async () => {
    copiesOf('siti/p1')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    await kept()
    server.use(cut())
    expect(await api('GET /forms')).toEqual({ items: ['SPM'] })
    copiesOf('siti/p2')
    await expect(api('GET /forms')).rejects.toBeInstanceOf(NoAnswerError)
  })
  it('is not given in place of a refusal', async () => {
    copiesOf('siti/p1')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    await kept()
    server.use(http.get(forms, () => HttpResponse.json({ code: 'forbidden' }, { status: 403 })))
    await expect(api('GET /forms')).rejects.toMatchObject({ problem: { code: 'forbidden' } })
  })
  it('is given after a while where the line is there and brings nothing; the late answer still renews it', async () => {
    copiesOf('siti/p1')
    await throughCopies('/x', async () => ({ data: 'old', etag: null }))
    await vi.waitFor(async () => expect(await copyOf('siti/p1', '/x')).toBeTruthy())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let answer = (_: { data: string; etag: null }) => {}
    const asked = throughCopies('/x', () => new Promise<{ data: string; etag: null }>(resolve => (answer = resolve)))
    await vi.advanceTimersByTimeAsync(8000)
    vi.useRealTimers()
    expect(await asked).toMatchObject({ data: 'old' })
    answer({ data: 'new', etag: null })
    await vi.waitFor(async () => expect(await copyOf('siti/p1', '/x')).toMatchObject({ data: 'new' }))
  })
  it('is not kept on plain http', async () => {
    vi.stubGlobal('isSecureContext', false)
    copiesOf('siti/p1')
    server.use(http.get(forms, () => items('SPM')))
    await api('GET /forms')
    server.use(cut())
    await expect(api('GET /forms')).rejects.toBeInstanceOf(NoAnswerError)
  })
})

describe('who was here last', () => {
  const me = (id: string, now: string) => ({ person: { id, name: id }, post: { id: 'p1' }, now }) as unknown as Me
  it('is known without a line, with the clock gone on; nobody after signing out', async () => {
    rememberMe(me('siti', '2026-11-27T01:00:00.000Z'))
    await vi.waitFor(async () => expect(await lastHere()).toMatchObject({ person: { id: 'siti' } }))
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000)
    expect((await lastHere())?.now.slice(0, 13)).toBe('2026-11-28T01')
    await forgetRead()
    expect(await lastHere()).toBeNull()
  })
  it('takes the place of whoever was here before, whose copies go', async () => {
    rememberMe(me('siti', '2026-11-27T01:00:00.000Z'))
    await throughCopies('/x', async () => ({ data: 'of siti', etag: null }))
    await vi.waitFor(async () => expect(await copyOf('siti/p1', '/x')).toBeTruthy())
    rememberMe(me('budi', '2026-11-27T02:00:00.000Z'))
    await vi.waitFor(async () => expect(await copyOf('siti/p1', '/x')).toBeUndefined())
    expect(await lastHere()).toMatchObject({ person: { id: 'budi' } })
  })
})
