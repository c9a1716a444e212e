import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import type { LineAsk } from './lineQuery.ts'
import { listLines } from './listLines.ts'
import { fillInBulk } from './testingBulk.ts'

/** Of all offices, two forms and four quarters a year. `$1`, `$2`: from this year to that one. `$3`: the status of each. */
const reports = [
  `INSERT INTO obligation (id, office_id, form, period, due_at)
   SELECT gen_random_uuid(), o.id, f, y || '-TW' || q, make_date(y, q * 3, 20)
   FROM office o, unnest(ARRAY['spm/triwulan', 'sakip/pengukuran-triwulan']) f, generate_series($1::int, $2::int) y, generate_series(1, 4) q
   WHERE $3::text <> ''`,
  `INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, due_at, created_by)
   SELECT id, office_id, form, split_part(form, '/', 1), period, 1, $3, due_at, 'system' FROM obligation WHERE left(period, 4)::int BETWEEN $1 AND $2`,
]

let database: TestDatabase
let db: Database
const filled = (...values: [from: number, to: number, status: string]) =>
  fillInBulk(database.ownerUrl, async owner => {
    for (const sql of reports) await owner.query(sql, values)
  })
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 1 })
  await filled(2009, 2025, 'approved')
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const queue: Partial<LineAsk> = { statuses: ['submitted', 'in-review'], reportType: 'spm' }
const asks: Partial<LineAsk>[] = [
  {},
  queue,
  { ...queue, after: { due: '2025-09-20T00:00:00.000000Z', id: '01a20ce3-8b84-73e6-907a-1550a0f24760' } },
  { late: true, statuses: ['draft', 'returned', 'signing'] },
  { year: 2026, statuses: ['submitted'] },
  { form: 'spm/triwulan', period: '2026-TW2' },
  { claimedBy: '01a20ce3-8b84-73e6-907a-1550a0f24760' },
]
const read = async (times: number): Promise<void> => {
  const { rows: offices } = await db.pool.query<{ id: string }>('SELECT id FROM office ORDER BY id LIMIT 1')
  const reach = { offices: null, reportTypes: null }
  const ofOffice = { reach: { ...reach, offices: [offices[0]!.id] } }
  const whole = {
    reach,
    practice: false,
    after: null,
    limit: 50,
    now: new Date('2026-11-24T00:00:00Z'),
    today: '2026-11-24',
  }
  for (const ask of [...asks, ofOffice])
    for (let n = 0; n < times; n += 1)
      for (const list of ['obligation', 'submission'] as const) await listLines(reader(db), list, { ...whole, ...ask })
}
const planned = async (): Promise<Record<string, number>> => {
  const { rows } = await db.pool.query<{ name: string; n: number }>(
    `SELECT name, custom_plans::int AS n FROM pg_prepared_statements WHERE name LIKE 'lines-%'`,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

it('a list is planned once for all pages', async () => {
  await read(12)
  // PostgreSQL tries five before it keeps one
  expect(new Set(Object.values(await planned()))).toEqual(new Set([5]))
})

it('also after the statistics saw a day on which every office submits', async () => {
  await filled(2026, 2026, 'submitted')
  // what it remembers of the first five was less dear; that wears off
  await read(60)
  const before = await planned()
  await read(5)
  expect(await planned()).toEqual(before)
})
