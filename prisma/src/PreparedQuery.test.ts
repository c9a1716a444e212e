import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from './database.ts'
import { col, statement } from './statement.ts'
import { testDatabase } from './testing.ts'
import { transaction } from './transaction.ts'

let given: Awaited<ReturnType<typeof testDatabase>>
let db: Database
beforeAll(async () => {
  given = await testDatabase()
  db = openDatabase({ url: given.appUrl, max: 1 })
})
afterAll(async () => {
  await db.close()
  await given.dispose()
})

const kinds = statement(
  'test-kinds',
  `SELECT n, NULLIF(n, 2)::text AS text, timestamptz '2026-03-31 09:30:05.25+07' AS at, date '2026-03-31' AS day,
     1.10::numeric AS exact, ARRAY['a', NULL] AS texts, '{"a": [1]}'::jsonb AS json, n > 1 AS more
   FROM generate_series(1, $1::int) n`,
  {
    n: col.int4,
    text: col.text.orNull,
    at: col.timestamptz,
    day: col.date,
    exact: col.numeric,
    texts: col.texts,
    json: col.jsonb,
    more: col.bool,
  },
)
const row = (n: number) => ({
  n,
  text: n === 2 ? null : String(n),
  at: new Date('2026-03-31T02:30:05.250Z'),
  day: '2026-03-31',
  exact: '1.10',
  texts: ['a', null],
  json: { a: [1] },
  more: n > 1,
})
const fails = statement('test-fails', 'SELECT 1 / $1::int AS of', { of: col.int4 })
const writes = statement('test-writes', "SELECT set_config('sepakat.test', $1, true)")

it('gives the same rows each time, also after none', async () => {
  const { query } = reader(db)
  for (const count of [0, 2, 0, 3])
    expect(await query(kinds, [count])).toEqual(Array.from({ length: count }, (_, i) => row(i + 1)))
})

it('tells apart what travels together', async () => {
  const all = await transaction(db, tx =>
    Promise.all([1, 2].flatMap(n => [tx.query(kinds, [n]), tx.query(fails, [1]), tx.query(writes, ['x'])])),
  )
  expect(all.map(rows => rows.length)).toEqual([1, 1, 1, 2, 1, 1])
  expect(all[3]).toEqual([row(1), row(2)])
  expect(all[4]).toEqual([{ of: 1 }])
})

it('goes on after a failure, which names where it was asked', async () => {
  const { query } = reader(db)
  const failed = await query(fails, [0]).catch((error: Error) => error)
  expect(failed).toMatchObject({ code: '22012', stack: expect.stringContaining('PreparedQuery.test.ts') })
  expect(await query(fails, [1])).toEqual([{ of: 1 }])
  expect(await query(kinds, [1])).toEqual([row(1)])
})

it('asks a new connection for its columns', async () => {
  const other = openDatabase({ url: given.appUrl, max: 1 })
  try {
    expect(await reader(other).query(kinds, [1])).toEqual([row(1)])
  } finally {
    await other.close()
  }
})

it('fails where the columns have changed', async () => {
  const { query } = reader(db)
  const client = await db.pool.connect()
  await client.query('CREATE TEMP TABLE changing (a int)')
  client.release()
  const changing = statement('test-changing', 'SELECT * FROM changing', { a: col.int4.orNull })
  expect(await query(changing)).toEqual([])
  const again = await db.pool.connect()
  await again.query('ALTER TABLE changing ALTER a TYPE text; INSERT INTO changing VALUES (1)')
  again.release()
  await expect(query(changing)).rejects.toMatchObject({ code: '0A000' })
})
