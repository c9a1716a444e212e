import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from './database.ts'
import { withClient } from './engine/client.ts'
import { regionToday } from './offices/officeName.ts'
import { defaultSettings } from './settings/defaultSettings.ts'
import { putSetting } from './settings/settings.ts'
import { col, type Statement, statement } from './statement.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const twoOClock = new Date('2027-01-01T02:00:00+08:00')
const zoneOfSession = statement('region-day-zone', 'SHOW TimeZone', { TimeZone: col.text.notNull('a setting') })
const bothDays = statement(
  'region-day-both',
  `SELECT region_day('${twoOClock.toISOString()}')::text AS region, ('${twoOClock.toISOString()}'::timestamptz)::date::text AS utc`,
  { region: col.text.notNull('of an instant'), utc: col.text.notNull('of an instant') },
)
const putPerson = statement(
  'region-day-person',
  'INSERT INTO person (id, name, email, created_at) VALUES ($1, $2, $3, $4)',
)
const createdAt = statement('region-day-kept', 'SELECT created_at AS at FROM person WHERE id = $1', {
  at: col.timestamptz,
})

let given: TestDatabase
let db: Database
/** The same statement by a named one and by Prisma Client. */
const doors = {
  named: <Row extends object>(of: Statement<Row>) => reader(db).query(of),
  prisma: <Row extends object>({ text }: Statement<Row>) => db.prisma.$queryRawUnsafe<Row[]>(text),
}
beforeAll(async () => {
  given = await testDatabase()
  await withClient(given.ownerUrl, client =>
    client.query(`ALTER DATABASE ${new URL(given.ownerUrl).pathname.slice(1)} SET TimeZone = 'Asia/Makassar'`),
  )
  db = openDatabase({ url: given.appUrl, max: 2 })
})
afterAll(async () => {
  await db.close()
  await given.dispose()
})

describe.each(['named', 'prisma'] as const)('through %s statements', door => {
  it('runs in UTC, whatever zone the server has', async () => {
    expect(await doors[door](zoneOfSession)).toEqual([{ TimeZone: 'UTC' }])
  })

  it("finds the region's day at 02.00 WITA, when UTC has the day before", async () => {
    const [days] = await doors[door](bothDays)
    expect(days).toEqual({ region: '2027-01-01', utc: '2026-12-31' })
  })
})

it('stays in UTC where the address of the database brings options of its own', async () => {
  const own = openDatabase({
    url: `${given.appUrl}?options=${encodeURIComponent('-c statement_timeout=60000')}`,
    max: 1,
  })
  const [zone, timeout] = await Promise.all(['TimeZone', 'statement_timeout'].map(it => own.pool.query(`SHOW ${it}`)))
  await own.close()
  expect([zone?.rows, timeout?.rows]).toEqual([[{ TimeZone: 'UTC' }], [{ statement_timeout: '1min' }]])
})

it('reads through one door the instant that was written through the other', async () => {
  const person = (name: string) => ({ id: v7(), name, email: `${name}@sepakat.invalid`, createdAt: twoOClock })
  const [client, named] = [person('client'), person('statement')]
  await db.prisma.person.create({ data: client })
  const { id } = named
  await reader(db).query(putPerson, [id, named.name, named.email, named.createdAt])
  const kept = await reader(db).query(createdAt, [client.id])
  const read = await db.prisma.person.findUniqueOrThrow({ where: { id } })
  expect([kept[0]?.at, read.createdAt]).toEqual([twoOClock, twoOClock])
})

it("has offices under the names of the region's today, wherever the region is", async () => {
  const dayIn = (zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date())
  const setZone = (zone: string) =>
    putSetting(reader(db), 'region', { ...defaultSettings.region, zone: zone as 'Asia/Makassar' }, 'system')
  // The earliest and the latest day there is on earth: at any hour they differ.
  const [east, west] = ['Pacific/Kiritimati', 'Etc/GMT+12']
  const office = await db.prisma.office.findFirstOrThrow()
  await setZone(east)
  await db.pool.query(
    `INSERT INTO office_span (id, office_id, name, short_name, urusan, "from")
     SELECT gen_random_uuid(), $1, 'Dinas Baru', 'Baru', '{}', ${regionToday}`,
    [office.id],
  )
  const called = async () =>
    (await db.pool.query('SELECT name, "from"::text FROM office_now WHERE id = $1', [office.id])).rows
  expect(await called()).toEqual([{ name: 'Dinas Baru', from: dayIn(east) }])
  await setZone(west)
  expect(await called()).not.toEqual([{ name: 'Dinas Baru', from: dayIn(east) }])
})

it('has the default zone where no setting is kept', async () => {
  const { zone } = defaultSettings.region
  await withClient(given.ownerUrl, client => client.query(`DELETE FROM setting WHERE key = 'region'`))
  const { rows } = await db.pool.query('SELECT region_day($1) = ($1::timestamptz AT TIME ZONE $2)::date AS same', [
    twoOClock,
    zone,
  ])
  expect([rows, zone]).toEqual([[{ same: true }], 'Asia/Makassar'])
})
