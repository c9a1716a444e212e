import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from './testing.ts'

let one: TestDatabase
let other: TestDatabase

beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase()
})
afterAll(async () => {
  await one.dispose()
  await other.dispose()
})

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('a test database holds the reference data and no people', async () => {
  const [row] = await ask(
    one.appUrl,
    'SELECT (SELECT count(*)::int FROM office) AS offices, (SELECT count(*)::int FROM person) AS people',
  )
  expect(row.offices).toBeGreaterThan(20)
  expect(row.people).toBe(0)
})

it('what is written in one test database is not in another', async () => {
  await ask(one.ownerUrl, `INSERT INTO setting (key, value, updated_by) VALUES ('only-here', '1', 'test')`)
  const seen = await ask(other.ownerUrl, `SELECT 1 FROM setting WHERE key = 'only-here'`)
  expect(seen).toEqual([])
})

it('the application account owns nothing', async () => {
  const owned = await ask(
    one.superuserUrl,
    `SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'sepakat_app'`,
  )
  expect(owned).toEqual([])
})
