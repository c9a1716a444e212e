import { type BackupRun, noteBackupRuns } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { systemHandlers } from './routes.ts'

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
    expect(Object.keys(first).sort()).toEqual(['backup', 'database', 'jobs', 'mail', 'news', 'now', 'since', 'version'])
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

  it('tells whether mail is on, and whose address was refused to those who manage people alone', async () => {
    const operator = await api.as({ role: 'operator' }, { name: 'Siti' })
    const mail = async (who = operator) => (await who.call('GET', '/system')).json().mail
    expect(await mail()).toEqual({ on: false, waiting: 0, lastAt: null, refused: [] })
    const at = new Date()
    const refused = { personId: operator.personId, address: 'siti@nunukan.example', refusedAt: at, refusal: '550' }
    await api.db.prisma.mailbox.create({ data: refused })
    expect((await mail()).refused).toEqual([])
    const admin = await api.as({ role: 'admin' })
    expect((await mail(admin)).refused).toEqual([{ name: 'Siti', at: at.toISOString(), code: '550' }])
  })

  it('tells how old the last backup and the last drill are, and warns after a week', async () => {
    const operator = await api.as({ role: 'operator' })
    const backup = async () => (await operator.call('GET', '/system')).json().backup
    const start = Date.now()
    const daysAgo = (days: number) => new Date(start - days * 86_400_000)
    const note = (kind: BackupRun['kind'], days: number, well = true) =>
      noteBackupRuns(api.ownerUrl, [{ kind, at: daysAgo(days), file: 'sepakat.tar', well }])
    expect(await backup()).toMatchObject({ lastAt: null, drilledAt: null, drillWell: null })
    await note('backup', 8)
    await note('drill', 6)
    expect(await backup()).toMatchObject({
      well: false,
      lastAt: daysAgo(8).toISOString(),
      drilledAt: daysAgo(6).toISOString(),
    })
    await note('backup', 2)
    expect(await backup()).toMatchObject({ well: true, lastAt: daysAgo(2).toISOString(), drillWell: true })
    await note('drill', 1, false)
    expect(await backup()).toMatchObject({ well: false, drilledAt: daysAgo(1).toISOString(), drillWell: false })
  })

  it('warns where nothing was ever kept, a week after there was something to keep', async () => {
    const old = await testApi(systemHandlers, { now: () => new Date(Date.now() + 8 * 86_400_000) })
    const operator = await old.as({ role: 'operator' })
    expect((await operator.call('GET', '/system')).json().backup).toMatchObject({ well: false, lastAt: null })
    await old.close()
  })
})
