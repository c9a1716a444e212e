import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Database, openDatabase, reader } from './database.ts'
import { withClient } from './engine/client.ts'
import { col, statement } from './statement.ts'
import { testDatabase } from './testing.ts'
import { transaction } from './transaction.ts'

let given: Awaited<ReturnType<typeof testDatabase>>
let db: Database
const ownPid = statement('test-own-pid', 'SELECT pg_backend_pid() AS pid', {
  pid: col.int4.notNull('a connection has one'),
})
const one = statement('test-one', 'SELECT 1 AS one', { one: col.int4.notNull('a constant') })
beforeAll(async () => {
  given = await testDatabase()
  db = openDatabase({ url: given.appUrl, max: 2 })
})
afterAll(async () => {
  await db.close()
  await given.dispose()
})

it('a connection that breaks between two statements of a transaction fails that transaction, not the process', async () => {
  const uncaught = vi.fn()
  process.on('uncaughtException', uncaught)
  const broken = transaction(db, async tx => {
    const [{ pid } = { pid: 0 }] = await tx.query(ownPid)
    await withClient(given.superuserUrl, client => client.query('SELECT pg_terminate_backend($1)', [pid]))
    await new Promise(resolve => setTimeout(resolve, 200))
    await tx.query(one)
  })
  await expect(broken).rejects.toThrow()
  process.off('uncaughtException', uncaught)
  expect(uncaught).not.toHaveBeenCalled()
  expect(await reader(db).query(one)).toEqual([{ one: 1 }])
})

it('a single statement finds a connection while as many transactions wait for Node as there may be', async () => {
  const few = openDatabase({ url: given.appUrl, max: 5 })
  const { promise, resolve } = Promise.withResolvers<void>()
  const held = Array.from({ length: 9 }, () => transaction(few, () => promise))
  try {
    expect(await reader(few).query(one)).toEqual([{ one: 1 }])
    expect(few.queue()).toEqual({ waiting: 5, waitedMs: expect.toSatisfy(ms => ms > 0) })
  } finally {
    resolve()
    await Promise.all(held)
    expect(few.queue()).toEqual({ waiting: 0, waitedMs: 0 })
    await few.close()
  }
})

it('says how long the first has waited, of statements as of transactions', async () => {
  const single = openDatabase({ url: given.appUrl, max: 1 })
  const client = await single.pool.connect()
  const waits = [reader(single).query(one), single.pool.connect().then(other => other.release())]
  try {
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(single.queue()).toEqual({ waiting: 2, waitedMs: expect.toSatisfy(ms => ms >= 29) })
  } finally {
    client.release()
    await Promise.all(waits)
    expect(single.queue()).toEqual({ waiting: 0, waitedMs: 0 })
    await single.close()
  }
})
