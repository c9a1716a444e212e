import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Database, openDatabase, type Queryable, queryOf } from './database.ts'
import { keepIn, ofAll, rowsSeen } from './rowsSeen.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const seen = rowsSeen(
  'test-rows-seen',
  `SELECT key, xmin AS written FROM period WHERE form = $2 UNION ALL SELECT '${ofAll}', xmin FROM wave`,
)
const form = 'spm/triwulan'
let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})
beforeEach(async () => {
  await db.pool.query('DELETE FROM period WHERE form = $1', [form])
  for (const key of ['2040-TW1', '2040-TW2']) await add(key)
})

const sql = `INSERT INTO period (form, key, opens_at, due_at, closes_at) VALUES ($1, $2, now(), now(), now() + interval '1 day')`
const add = (key: string, on: Pick<pg.ClientBase, 'query'> = db.pool) => on.query(sql, [form, key])
const move = (key: string, on: Pick<pg.ClientBase, 'query'> = db.pool) =>
  on.query(`UPDATE period SET closes_at = closes_at + interval '1 day' WHERE form = $1 AND key = $2`, [form, key])

/** Other tests write to other databases of the same server, which delays what is known to be the same; what they do is left out. */
const onConnection = (client: pg.PoolClient): Queryable => ({
  prisma: db.prisma,
  query: async (statement, values) =>
    (await queryOf(client)(statement, values)).map(row => {
      const [, xmax] = (row as { snapshot: string }).snapshot.split(':')
      return { ...row, snapshot: `${xmax}:${xmax}:` }
    }),
})
/** As a reading of one moment does. */
const begin = async (): Promise<pg.PoolClient> => {
  const client = await db.pool.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  return client
}
const end = async (client: pg.PoolClient): Promise<void> => {
  await client.query('ROLLBACK')
  client.release()
}
const look = async () => {
  const client = await begin()
  const made = await seen(onConnection(client), [form])
  await end(client)
  return { first: made('2040-TW1'), second: made('2040-TW2'), third: made('2040-TW3') }
}

it('keeps what was made of rows that are the same, and of those alone', async () => {
  const before = await look()
  const again = await look()
  expect(again.first).toBe(before.first)
  expect(again.second).toBe(before.second)
  await move('2040-TW2')
  const moved = await look()
  expect(moved.first).toBe(before.first)
  expect(moved.second).not.toBe(before.second)
  expect((await look()).second).toBe(moved.second)
})

it('sees that a row was added, also where there was none, and that one was taken away', async () => {
  const before = await look()
  await add('2040-TW3')
  const added = await look()
  expect(added.third).not.toBe(before.third)
  expect(added.first).toBe(before.first)
  await db.pool.query(`DELETE FROM period WHERE form = $1 AND key = '2040-TW3'`, [form])
  const gone = await look()
  expect(gone.third).not.toBe(added.third)
  expect(gone.first).toBe(before.first)
})

it('keeps nothing where a row that is of all keys is another', async () => {
  const before = await look()
  await db.pool.query(
    `INSERT INTO wave (id, name, from_period, office_ids, report_types) VALUES (gen_random_uuid(), 'Satu', '2040-TW1', '{}', '{spm}')`,
  )
  const after = await look()
  expect(after.first).not.toBe(before.first)
  expect(after.second).not.toBe(before.second)
})

it('sees what a transaction wrote that was in progress at the last reading, once it is over', async () => {
  const writer = await db.pool.connect()
  await writer.query('BEGIN')
  await move('2040-TW1', writer)
  const client = await begin()
  // as it is, with who still runs
  const tx = { prisma: db.prisma, query: queryOf(client) }
  const during = (await seen(tx, [form]))('2040-TW1')
  await end(client)
  await writer.query('COMMIT')
  writer.release()
  expect((await look()).first).not.toBe(during)
})

it('gives an earlier moment nothing that was made in a later one', async () => {
  await look()
  const earlier = await begin()
  await earlier.query('SELECT 1')
  await move('2040-TW1')
  const later = await look()
  const made = (await seen(onConnection(earlier), [form]))('2040-TW1')
  await end(earlier)
  expect(made).not.toBe(later.first)
})

it('keeps nothing of a transaction that writes or sees more with each statement', async () => {
  const client = await db.pool.connect()
  const made = (await seen(onConnection(client), [form]))('2040-TW1')
  expect((await seen(onConnection(client), [form]))('2040-TW1')).not.toBe(made)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  await move('2040-TW1', client)
  const written = (await seen(onConnection(client), [form]))('2040-TW1')
  await client.query('ROLLBACK')
  client.release()
  expect((await look()).first).not.toBe(written)
})

it('keeps so much and no more of one key', async () => {
  const { first } = await look()
  for (let year = 1000; year < 1100; year++) await keepIn(first, `${year}`, async () => year)
  expect(first.size).toBe(60)
  expect(await keepIn(first, '1099', async () => 0)).toBe(1099)
  expect(await keepIn(first, '1000', async () => 0)).toBe(0)
})
