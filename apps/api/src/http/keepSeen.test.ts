import { type Database, openDatabase, reader, seenNow } from '@sepakat/db'
import { type TestDatabase, testDatabase } from '@sepakat/db/testing.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { JsonText } from './JsonText.ts'
import { type KeepSeen, keepSeen, type Made } from './keepSeen.ts'
import { shareRuns } from './shareRuns.ts'

let database: TestDatabase
let db: Database
let now: number
let made: number
let seen: number
let keep: KeepSeen
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})
beforeEach(() => {
  now = Date.parse('2026-12-02T00:00:00Z')
  made = 0
  seen = 0
  // databases of one server count their transactions together, so that of other tests would be seen
  keep = keepSeen(
    db,
    shareRuns(),
    () => new Date(now),
    async () => String(seen),
  )
})

const make =
  (until?: number, text = '') =>
  async (): Promise<Made<unknown>> => ({ answer: new JsonText(`"${++made}${text}"`), ...(until && { until }) })
const ask = async (key: string, how = make()): Promise<string> => JSON.parse((await keep(key, how)).bytes.toString())
const writeSomething = (client: Pick<Database['pool'], 'query'>) =>
  client.query(`UPDATE setting SET value = value WHERE ctid = (SELECT min(ctid) FROM setting)`)

it('gives an answer again until something is written, and each question its own', async () => {
  expect([await ask('a'), await ask('a'), await ask('b'), await ask('a')]).toEqual(['1', '1', '2', '1'])
  seen += 1
  expect([await ask('a'), await ask('a'), await ask('b')]).toEqual(['3', '3', '4'])
})

it('makes it again after a write, and when a transaction ends that was open when it was made', async () => {
  keep = keepSeen(db, shareRuns(), () => new Date(now))
  await ask('a')
  await writeSomething(db.pool)
  expect(await ask('a')).not.toBe('1')
  const other = await db.pool.connect()
  await other.query('BEGIN')
  await writeSomething(other)
  await ask('a')
  const [seenBefore, madeBefore] = [await seenNow(reader(db)), made]
  await other.query('COMMIT')
  other.release()
  expect(await seenNow(reader(db))).not.toBe(seenBefore)
  expect(Number(await ask('a'))).toBeGreaterThan(madeBefore)
})

it('makes it again after the time until which it is so, and before the time at which it was made', async () => {
  const how = make(now + 1000)
  expect(await ask('a', how)).toBe('1')
  now += 1000
  expect(await ask('a', how)).toBe('1')
  now += 1
  expect(await ask('a', how)).toBe('2')
  now -= 500
  expect(await ask('a', make(now + 1000))).toBe('3')
})

it('forgets the oldest where they are too large together', async () => {
  const large = make(undefined, ' '.repeat(9 * 1024 * 1024))
  await ask('a', large)
  expect((await ask('b', large)).trim()).toBe('2')
  expect((await ask('b', large)).trim()).toBe('2')
  expect((await ask('a', large)).trim()).toBe('3')
})
