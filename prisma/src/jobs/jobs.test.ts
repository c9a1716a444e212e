import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { transaction } from '../transaction.ts'
import { enqueue } from './enqueue.ts'
import { prepareJobs } from './prepareJobs.ts'
import { queues } from './queues.ts'

let test: TestDatabase
let db: Database
beforeAll(async () => {
  test = await testDatabase()
  db = openDatabase({ url: test.appUrl, max: 4 })
})
afterAll(async () => {
  await db.close()
  await test.dispose()
})
const waiting = async () =>
  (await db.pool.query(`SELECT data FROM pgboss.job WHERE name = 'recheck' ORDER BY created_on`)).rows.map(r => r.data)

describe('jobs', () => {
  it('are enqueued with what they follow from, or not at all', async () => {
    await transaction(db, async tx => enqueue(tx, 'recheck', 'a', { submission: 'a' }))
    await expect(
      transaction(db, async tx => {
        enqueue(tx, 'recheck', 'b', { submission: 'b' })
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await waiting()).toEqual([{ submission: 'a' }])
  })

  it('wait once for one key, under the limits of their queue', async () => {
    await transaction(db, async tx => enqueue(tx, 'recheck', 'a', { submission: 'a' }))
    expect(await waiting()).toHaveLength(1)
    const { rows } = await db.pool.query('SELECT policy, retry_limit, heartbeat_seconds FROM pgboss.job')
    expect(rows).toEqual([{ policy: 'short', retry_limit: 5, heartbeat_seconds: 10 }])
  })

  it('have their tables from the owner, and preparing them again changes nothing', async () => {
    await prepareJobs(test.ownerUrl)
    const { rows } = await db.pool.query('SELECT name FROM pgboss.queue ORDER BY name')
    expect(rows.map(r => r.name)).toEqual(expect.arrayContaining(Object.keys(queues).sort()))
    expect(await waiting()).toHaveLength(1)
    const app = new pg.Client({ connectionString: test.appUrl })
    await app.connect()
    await expect(app.query('ALTER TABLE pgboss.job ADD COLUMN x int')).rejects.toMatchObject({ code: '42501' })
    await app.end()
  })
})
