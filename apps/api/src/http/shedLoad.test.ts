import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { figureHandlers } from '#features/figures/routes.ts'
import { sessionHandlers } from '#features/session/routes.ts'
import { submissionHandlers } from '#features/submissions/routes.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let leader: SignedIn
let operator: SignedIn
let waiting = 0
let waitedMs = 0
beforeAll(async () => {
  api = await testApi({ ...sessionHandlers, ...submissionHandlers, ...figureHandlers })
  leader = await api.as({ role: 'leader' })
  operator = await api.as({ role: 'operator' })
  api.db.queue = () => ({ waiting, waitedMs })
})
const loopIsLate = (eventLoopDelay: number) =>
  vi.spyOn(api.app, 'memoryUsage').mockReturnValue({ ...api.app.memoryUsage(), eventLoopDelay })
beforeEach(() => {
  waiting = 0
  waitedMs = 0
  // however busy the machine is that tests it
  loopIsLate(0)
})
afterAll(() => api.close())

const lists = ['/overview?year=2026', '/recap?form=spm/triwulan&period=2026-TW1', '/submissions', '/obligations']
const statuses = async () => Promise.all(lists.map(async path => (await leader.call('GET', path)).statusCode))
const create = () => operator.call('POST', '/submissions', {})

describe('where more waits for the database than can be borne', () => {
  it('answers everything while it can', async () => {
    waiting = 30
    expect(await statuses()).toEqual([200, 200, 200, 200])
  })

  it('refuses what can wait, with when to come again, and still takes what is written', async () => {
    waiting = 31
    expect(await statuses()).toEqual([503, 503, 503, 503])
    const answer = await leader.call('GET', '/overview?year=2026')
    expect(answer.json()).toMatchObject({ code: 'busy', status: 503, detail: expect.stringContaining('tidak hilang') })
    expect(Number(answer.headers['retry-after'])).toBe(answer.json().retryAfter)
    expect(answer.json().retryAfter).toBeGreaterThanOrEqual(4)
    expect(answer.json().retryAfter).toBeLessThanOrEqual(8)
    expect((await create()).statusCode).toBe(422)
    expect((await operator.call('GET', '/session')).statusCode).toBe(200)
  })

  it('refuses everything but its health when what was accepted could not be answered in time', async () => {
    waiting = 61
    const answer = await create()
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'busy'])
    expect(answer.json().retryAfter).toBeLessThanOrEqual(2)
    expect((await api.app.inject('/readyz')).statusCode).toBe(200)
  })

  it('answers again as soon as nothing waits', async () => {
    waiting = 31
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(503)
    waiting = 0
    expect(await statuses()).toEqual([200, 200, 200, 200])
  })
})

describe('where what waits has waited too long', () => {
  const overview = async () => (await leader.call('GET', '/overview?year=2026')).statusCode
  const answers = async () => [await overview(), (await create()).statusCode]

  it('refuses what can wait, and later everything, of however few a slow machine bears', async () => {
    waiting = 11
    waitedMs = 75
    expect(await answers()).toEqual([200, 422])
    waitedMs = 76
    expect(await answers()).toEqual([503, 422])
    waitedMs = 251
    expect(await answers()).toEqual([503, 503])
  })

  it('refuses nothing where few are held up by a lock', async () => {
    waiting = 10
    waitedMs = 5000
    expect(await answers()).toEqual([200, 422])
  })
})

describe('a refusal asks the database for nothing', () => {
  it('neither who asks nor whom to ask, and says the latter as it was last read', async () => {
    await leader.call('GET', '/session')
    waiting = 61
    const query = vi.spyOn(api.db.pool, 'query')
    const connect = vi.spyOn(api.db.pool, 'connect')
    // what was read of the settings is old by then
    vi.setSystemTime(Date.now() + 60_000)
    const answer = await leader.call('GET', '/session')
    vi.useRealTimers()
    expect([answer.statusCode, answer.json().contact]).toEqual([503, expect.anything()])
    expect([query.mock.calls, connect.mock.calls]).toEqual([[], []])
    vi.restoreAllMocks()
  })

  it('nor does it wait for what is still being sent', async () => {
    waiting = 61
    const address = new URL(await api.app.listen({ port: 0, host: '127.0.0.1' }))
    const sending = connect(Number(address.port), '127.0.0.1')
    sending.write(
      `POST /api/v1/submissions HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    )
    const [answer] = await once(sending, 'data')
    sending.destroy()
    expect(String(answer)).toMatch(/^HTTP\/1.1 503 .*retry-after: [12]\r\n/s)
  })
})

describe('where the event loop is late', () => {
  it('refuses what can wait while something waits, and later everything', async () => {
    loopIsLate(101)
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(200)
    waiting = 1
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(503)
    expect((await create()).statusCode).toBe(422)
    loopIsLate(1001)
    expect((await create()).statusCode).toBe(503)
    loopIsLate(0)
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(200)
  })
})
