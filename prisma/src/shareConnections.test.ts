import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from './database.ts'
import { col, statement } from './statement.ts'
import { testDatabase } from './testing.ts'
import { transaction } from './transaction.ts'

let given: Awaited<ReturnType<typeof testDatabase>>
let db: Database
beforeAll(async () => {
  given = await testDatabase()
})
afterAll(() => given.dispose())

const opened = async (max: number, run: (db: Database) => Promise<void>, waitMs = 10_000) => {
  db = openDatabase({ url: given.appUrl, max, waitMs })
  try {
    await run(db)
  } finally {
    await db.close()
  }
}

const small = { small: true }
const process = { of: col.int4, n: col.int4 }
const who = statement('test-shared-who', 'SELECT pg_backend_pid() AS of, $1::int AS n', process, small)
const fails = statement('test-shared-fails', 'SELECT 1 / $1::int AS n', { n: col.int4 }, small)
const slow = statement('test-shared-slow', 'SELECT 1 AS n FROM pg_advisory_lock_shared($1)', { n: col.int4 }, small)
const ends = statement('test-shared-ends', 'SELECT pg_terminate_backend($1) AS ended', { ended: col.bool })

const ask = async (n: number) => (await reader(db).query(who, [n]))[0]
const many = (count: number) => Promise.all(Array.from({ length: count }, (_, n) => ask(n)))

it('answers each what it asked, over two connections, which then go back', () =>
  opened(10, async ({ pool, queue }) => {
    const asked = many(40)
    expect(queue()).toEqual({ waiting: 38, waitedMs: expect.any(Number) })
    const answers = await asked
    expect(answers.map(it => it?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n))
    expect(new Set(answers.map(it => it?.of)).size).toBe(2)
    await sleep(1)
    expect([pool.totalCount, pool.idleCount]).toEqual([2, 2])
    expect(queue()).toEqual({ waiting: 0, waitedMs: 0 })
  }))

it('a failure is of who asked alone', () =>
  opened(1, async () => {
    const { query } = reader(db)
    const asked = await Promise.allSettled([1, 0, 2].map(n => query(fails, [n])))
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await ask(7)).toMatchObject({ n: 7 })
  }))

it('no one waits behind what has not answered for long', () =>
  opened(4, async () => {
    const { query } = reader(db)
    const holder = await db.pool.connect()
    await holder.query('SELECT pg_advisory_lock(1)')
    const stuck = Promise.all([query(slow, [1]), query(slow, [1])])
    await sleep(150)
    expect(await ask(1)).toMatchObject({ n: 1 })
    await holder.query('SELECT pg_advisory_unlock(1)')
    holder.release()
    expect(await stuck).toEqual([[{ n: 1 }], [{ n: 1 }]])
  }))

it('a connection that ends fails those on it, and no one after', () =>
  opened(2, async () => {
    const { query } = reader(db)
    const admin = openDatabase({ url: given.superuserUrl, max: 1 })
    await admin.pool.query('SELECT pg_advisory_lock(2)')
    const processes = new Set((await many(20)).map(it => it?.of))
    const failed = Promise.allSettled([query(slow, [2]), query(slow, [2])])
    for (const pid of processes) await reader(admin).query(ends, [pid])
    await admin.close()
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await ask(1)).toMatchObject({ n: 1 })
  }))

it('waits for a connection no longer than others do', () =>
  opened(
    1,
    async () => {
      const { promise: over, resolve: end } = Promise.withResolvers<void>()
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
      const held = transaction(db, () => {
        begin()
        return over
      })
      await begun
      const asked = await Promise.allSettled([ask(1), ask(2)])
      expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      end()
      await held
      expect(await ask(3)).toMatchObject({ n: 3 })
    },
    3000,
  ))

it('who waits for a connection gets one, though others ask without a pause', () =>
  opened(1, async () => {
    let asking = true
    const asked = Array.from({ length: 3 }, async () => {
      while (asking) await ask(1)
    })
    await ask(0)
    for (let n = 0; n < 3; n++) await transaction(db, async tx => void (await tx.query(who, [n])))
    asking = false
    await Promise.all(asked)
  }))
