import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../testing/test-api.ts'
import { systemHandlers } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(systemHandlers)
})
afterAll(() => api.close())

const job = (name: string, state: string, at: string) =>
  api.db.pool.query(
    `INSERT INTO pgboss.job (name, policy, state, start_after, completed_on)
     VALUES ($1, 'short', $2::text::pgboss.job_state, now() - $3::interval, CASE WHEN $2::text IN ('completed', 'failed') THEN now() - $3::interval END)`,
    [name, state, at],
  )

describe('GET /system', () => {
  it('turns strangers away', async () => {
    expect((await api.stranger.call('GET', '/system')).statusCode).toBe(401)
  })

  it('tells everybody whether jobs are worked, and what is new', async () => {
    const operator = await api.as({ role: 'operator' })
    const state = async () => (await operator.call('GET', '/system')).json()
    const first = await state()
    expect(Object.keys(first).sort()).toEqual(['database', 'jobs', 'news', 'now', 'since', 'version'])
    expect(first.database).toEqual({ milliseconds: expect.any(Number) })
    expect(first.jobs).toEqual({ well: false, lastAt: null, overdue: 0, failed: 0 })
    expect(first.news).toMatch(/^# Apa yang baru/)
    await job('seal', 'completed', '1 minute')
    expect((await state()).jobs).toMatchObject({ well: true, lastAt: expect.any(String) })
    await job('print', 'failed', '1 hour')
    await job('print', 'failed', '3 days')
    expect((await state()).jobs).toMatchObject({ well: true, failed: 1 })
    await job('print', 'created', '10 minutes')
    expect((await state()).jobs).toMatchObject({ well: false, overdue: 1 })
  })
})
