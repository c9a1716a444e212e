import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { figureHandlers } from '#features/figures/routes.ts'
import { sessionHandlers } from '#features/session/routes.ts'
import { submissionHandlers } from '#features/submissions/routes.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let leader: SignedIn
let operator: SignedIn
let waiting = 0
beforeAll(async () => {
  api = await testApi({ ...sessionHandlers, ...submissionHandlers, ...figureHandlers })
  leader = await api.as({ role: 'leader' })
  operator = await api.as({ role: 'operator' })
  api.db.waiting = () => waiting
})
beforeEach(() => {
  waiting = 0
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

describe('where the event loop is late', () => {
  const late = (eventLoopDelay: number) =>
    vi.spyOn(api.app, 'memoryUsage').mockReturnValue({ ...api.app.memoryUsage(), eventLoopDelay })

  it('refuses what can wait while something waits, and later everything', async () => {
    late(101)
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(200)
    waiting = 1
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(503)
    expect((await create()).statusCode).toBe(422)
    late(1001)
    expect((await create()).statusCode).toBe(503)
    vi.restoreAllMocks()
    expect((await leader.call('GET', '/overview?year=2026')).statusCode).toBe(200)
  })
})
