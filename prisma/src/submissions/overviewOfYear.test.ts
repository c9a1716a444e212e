import { type FormId, isLate, type Lateness, type PeriodKey, type ReportType, reportTypeOf } from '@sepakat/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { overviewOfYear } from './overviewOfYear.ts'

const now = new Date('2026-11-24T00:00:00Z')
const year = 2026
let database: TestDatabase
let db: Database
let facts: Fact[]

interface Fact extends Lateness {
  id: string
  officeId: string
  name: string
  shortName: string
  path: string[]
  form: FormId
  period: PeriodKey
  practice: boolean
  submission: string | null
}

/**
 * Each office owes two forms in the quarters of two years, in every state, but the first by name and the last only one of them; one
 * name needs quotes in JSON, and two are the same.
 */
const seed = [
  `UPDATE office_span SET name = 'Dinas "Uji" \\ Coba' WHERE office_id IN (SELECT id FROM office ORDER BY id LIMIT 2)`,
  `INSERT INTO obligation (id, office_id, form, period, due_at, practice, extended_to)
   SELECT gen_random_uuid(), o.id, f, y || '-TW' || q || CASE WHEN practice THEN '-latihan' ELSE '' END,
          make_date(2026, q * 3, 20), practice, CASE WHEN random() < 0.1 THEN make_date(2026, q * 3, 28) + 20 END
   FROM office_now o, unnest(ARRAY['spm/triwulan', 'lppd/tahunan']) f, generate_series(2025, 2026) y, generate_series(1, 4) q, unnest(ARRAY[false, true]) practice
   WHERE NOT (f = 'spm/triwulan' AND o.name < 'C') AND NOT (f = 'lppd/tahunan' AND o.name > 'S')`,
  `INSERT INTO submission (id, office_id, form, report_type, period, practice, form_version, number, status, due_at, return_due_at, created_by, submitted_at)
   SELECT b.id, b.office_id, b.form, split_part(b.form, '/', 1), b.period, b.practice, 1, 1 + (random() < 0.2)::int,
          (ARRAY['draft','signing','submitted','in-review','second-review','returned','approved'])[1 + (random() * 6)::int],
          b.due_at, CASE WHEN random() < 0.3 THEN b.due_at + interval '20 days' END, 'system', b.due_at + interval '5 days' * (random() * 10 - 5)
   FROM obligation b WHERE random() < 0.8`,
  `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
   SELECT s.id, 1, '2021.1', '{}', repeat('0', 64), s.id::text, 'system', COALESCE(s.submitted_at, $1), 0 FROM submission s WHERE s.status <> 'draft'`,
]

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 1 })
  for (const sql of seed) await db.pool.query(sql, sql.includes('$1') ? [now] : [])
  const { rows } = await db.pool.query(
    `SELECT l.id, l.office_id AS "officeId", o.name, o.short_name AS "shortName", o.path, l.form, l.period, l.practice,
            l.submission_id AS submission, l.status, COALESCE(l.extended_to, l.due_at) AS "dueAt", s.return_due_at AS "returnDueAt",
            s.submitted_at AS "submittedAt", v.at AS "firstAt", COALESCE(s.number, 1) AS number
     FROM obligation l JOIN office_now o ON o.id = l.office_id LEFT JOIN submission s ON s.id = l.submission_id
     LEFT JOIN revision v ON v.submission_id = s.id AND v.n = 1
     WHERE left(l.period, 4) = '2026' ORDER BY o.name, o.id, l.form COLLATE "C", l.period COLLATE "C", l.id`,
  )
  facts = rows
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const parsed = (pieces: Uint8Array[]): unknown => JSON.parse(Buffer.concat(pieces).toString())
const cellOf = (fact: Fact, at = now) => ({
  office: { id: fact.officeId, name: fact.name, shortName: fact.shortName },
  form: fact.form,
  period: fact.period,
  submission: fact.submission,
  status: fact.status,
  late: isLate(fact, at),
})
const everywhere = { offices: null as string[] | null, reportTypes: null as ReportType[] | null }
const within = ({ offices, reportTypes }: typeof everywhere, practice: boolean) =>
  facts.filter(
    fact =>
      fact.practice === practice &&
      (offices?.some(id => fact.path.includes(id)) ?? true) &&
      (reportTypes?.includes(reportTypeOf(fact.form)) ?? true),
  )
const read = (reach: typeof everywhere, practice: boolean, at = now) =>
  overviewOfYear(reader(db), { reach, practice, year, now: at })

const reaches = (): [string, typeof everywhere, boolean][] => [
  ['of the region', everywhere, false],
  ['of practice', everywhere, true],
  ['of an office', { ...everywhere, offices: [facts[0]!.path[0]!] }, false],
  ['of a report type that the first owe not', { ...everywhere, reportTypes: ['spm'] }, false],
  ['of one that the last owe not', { ...everywhere, reportTypes: ['lppd'] }, false],
  ['of nothing', { ...everywhere, offices: [] }, false],
]

it('says of each obligation what isLate says, in the order of the names', async () => {
  for (const [what, reach, practice] of reaches()) {
    const { cells } = await read(reach, practice)
    expect(parsed(cells), what).toEqual(within(reach, practice).map(fact => cellOf(fact)))
  }
  expect(new Set(facts.map(({ status, number }) => `${status} ${number}`)).size).toBeGreaterThan(7)
})

it('counts those that are alike, in the order of their first', async () => {
  for (const [what, reach, practice] of reaches()) {
    const { counts } = await read(reach, practice)
    const alike = Map.groupBy(within(reach, practice), fact =>
      [fact.form, fact.status, fact.number > 1, isLate(fact, now)].join(' '),
    )
    const said = counts.map(({ form, status, again, late, count }) => [[form, status, again, late].join(' '), count])
    expect(said, what).toEqual([...alike].map(([key, { length }]) => [key, length]))
  }
})

it('becomes late with the clock, and is told so at each time', async () => {
  const late: number[] = []
  for (const days of [0, -40, -90, -150, -300, 40, 0, -41]) {
    const at = new Date(now.getTime() + days * 86_400_000)
    const { cells } = await read(everywhere, false, at)
    const expected = within(everywhere, false).map(fact => cellOf(fact, at))
    expect(parsed(cells), `${days} days`).toEqual(expected)
    late.push(expected.filter(cell => cell.late).length)
  }
  expect(new Set(late).size).toBeGreaterThan(4)
})
