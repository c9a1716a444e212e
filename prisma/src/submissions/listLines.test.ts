import { isLate, type ReportType, reportTypeOf, statuses } from '@sepakat/rules'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { decodeLineCursor } from './lineCursor.ts'
import type { LineAsk, LineTable } from './lineQuery.ts'
import { type LineRow, linesStatement, listLines } from './listLines.ts'
import { fillInBulk } from './testingBulk.ts'

const now = new Date('2026-11-24T00:00:00Z')
const today = '2026-11-24'
const forms = ['spm/triwulan', 'sakip/pengukuran-triwulan', 'lppd/tahunan', 'sakip/evaluasi']
let database: TestDatabase
let db: Database
let everything: Record<LineTable, LineRow[]>
let offices: { id: string; path: string[]; name: string }[]

/** 22,000 obligations of every office, four forms and the quarters of twenty years; all but the last two years' have a report. */
const owed = `
  INSERT INTO obligation (id, office_id, form, period, due_at, practice, extended_to)
  SELECT gen_random_uuid(), o.id, f, y || '-TW' || q || CASE WHEN practice THEN '-latihan' ELSE '' END,
         make_date(y, q * 3, 20) + (random() * 20)::int, practice, CASE WHEN random() < 0.05 THEN make_date(y, q * 3, 28) + 20 END
  FROM office o, unnest($1::text[]) f, generate_series(2009, 2028) y, generate_series(1, 4) q, unnest(ARRAY[false, true]) practice
  WHERE NOT practice OR y = 2026`
const created = `
  INSERT INTO submission (id, office_id, form, report_type, period, practice, form_version, status, due_at, return_due_at, created_by, submitted_at, claimed_by, progress)
  SELECT b.id, b.office_id, b.form, split_part(b.form, '/', 1), b.period, b.practice, 1,
         CASE WHEN b.period < '2026' THEN 'approved' ELSE (ARRAY['draft','signing','submitted','in-review','second-review','returned','approved'])[1 + (random() * 6)::int] END,
         CASE WHEN random() < 0.02 THEN NULL ELSE COALESCE(b.extended_to, b.due_at) END, CASE WHEN random() < 0.1 THEN b.due_at + interval '20 days' END,
         'system', b.due_at + interval '5 days' * (random() - 0.8), CASE WHEN random() < 0.001 THEN $1 END, '{"a":{"filled":1,"all":2}}'
  FROM obligation b WHERE b.period < '2027'`
const submitted = `
  INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
  SELECT s.id, 1, '2021.1', '{}', repeat('0', 64), s.id::text, 'system', s.submitted_at, 0 FROM submission s WHERE s.status <> 'draft'`
const noted = `
  INSERT INTO note (id, submission_id, anchor, text, by, status)
  SELECT gen_random_uuid(), s.id, '', '', 'system', CASE n WHEN 1 THEN 'open' ELSE 'answered' END FROM submission s, generate_series(1, 2) n
  WHERE s.status = 'returned'`

const reminded = `
  INSERT INTO reminder (obligation_id, day, message, by, at)
  SELECT b.id, make_date(2026, 11, n), 'ke-' || n, $1, make_date(2026, 11, n) FROM obligation b, generate_series(1, 2) n WHERE b.period = '2026-TW2'`

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
  const person = await db.prisma.person.create({ data: { id: claimer, name: 'Pemeriksa', email: 'p@orang.invalid' } })
  const post = await db.prisma.post.create({ data: { personId: person.id, role: 'verifier', from: now } })
  await fillInBulk(database.ownerUrl, async owner => {
    await owner.query(owed, [forms])
    await owner.query(created, [`post:${post.id}`])
    await owner.query(submitted)
    await owner.query(noted)
    await owner.query(reminded, [`post:${post.id}`])
  })
  const all = async (table: LineTable, practice: boolean) =>
    (await listLines(reader(db), table, { ...whole, practice, limit: 100_000 })).rows
  everything = {
    obligation: [...(await all('obligation', false)), ...(await all('obligation', true))],
    submission: [...(await all('submission', false)), ...(await all('submission', true))],
  }
  offices = (await db.pool.query(`SELECT o.id, o.path, o.name FROM office_now o ORDER BY o.id`)).rows
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const claimer = '01a20ce3-8b84-73e6-907a-1550a0f24760'
const whole: LineAsk = {
  reach: { offices: null, reportTypes: null },
  practice: false,
  after: null,
  limit: 50,
  now,
  today,
}

/** The same list by hand, over all rows. */
const expected = (table: LineTable, ask: LineAsk): string[] => {
  const paths = new Map(offices.map(office => [office.id, office.path]))
  const within = (row: LineRow, id: string) => paths.get(row.officeId)!.includes(id)
  const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
  return everything[table]
    .filter(
      row =>
        row.practice === ask.practice &&
        (ask.reach.offices?.some(id => within(row, id)) ?? true) &&
        (ask.reach.reportTypes?.includes(reportTypeOf(row.form)) ?? true) &&
        (ask.statuses?.includes(row.status) ?? true) &&
        (ask.reportType === undefined || reportTypeOf(row.form) === ask.reportType) &&
        (ask.form === undefined || row.form === ask.form) &&
        (ask.office === undefined || within(row, ask.office)) &&
        (ask.period === undefined || row.period === ask.period) &&
        (ask.year === undefined || row.period.startsWith(String(ask.year))) &&
        (ask.q === undefined ||
          has(row.officeName, ask.q.text) ||
          has(row.officeShortName, ask.q.text) ||
          ask.q.forms.includes(row.form)) &&
        (ask.late === undefined || isLate(row, now) === ask.late) &&
        (ask.claimedBy === undefined || table === 'obligation' || row.claimedBy !== null),
    )
    .sort((a, b) => (a.dueKey === b.dueKey ? order(a.id, b.id) : order(a.dueKey, b.dueKey)))
    .map(({ id }) => id)
}
// 'infinity' comes after every year
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const asks = (table: LineTable): fc.Arbitrary<LineAsk> => {
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 })
  const office = fc.nat().map(n => offices[n % offices.length]!.id)
  const all = table === 'obligation' ? ['not-begun', ...statuses] : [...statuses]
  return fc
    .record({
      offices: fc.option(fc.array(office, { maxLength: 4 }), { nil: null }),
      reportTypes: fc.option(fc.subarray(['spm', 'lppd', 'sakip'] as ReportType[]), { nil: null, freq: 2 }),
      practice: fc.boolean(),
      statuses: maybe(fc.subarray(all, { minLength: 1 })),
      reportType: maybe(fc.constantFrom<ReportType[]>('spm', 'sakip', 'lkpj')),
      form: maybe(fc.constantFrom(...forms, 'spm/lain')),
      office: maybe(office),
      period: maybe(fc.constantFrom('2012-TW2', '2026-TW1', '2026-TW1-latihan', '2027-TW4')),
      year: maybe(fc.constantFrom(2010, 2026, 2027)),
      q: maybe(
        fc.record({
          text: fc.constantFrom('dinas', 'KES', '%', '_', "o'", 'tidak ada ini'),
          forms: fc.subarray(forms, { maxLength: 1 }),
        }),
      ),
      late: maybe(fc.boolean()),
      claimedBy: fc.option(fc.constantFrom(claimer), { nil: undefined, freq: 3 }),
      limit: fc.constantFrom(1, 7, 50, 200),
    })
    .map(({ offices, reportTypes, ...ask }) => ({ ...ask, reach: { offices, reportTypes }, after: null, now, today }))
}

const from: Record<LineTable, string> = {
  obligation: 'obligation l LEFT JOIN submission s ON s.id = l.submission_id LEFT JOIN obligation b ON b.id = l.id',
  submission: `submission l JOIN submission s ON s.id = l.id
    LEFT JOIN obligation b ON b.office_id = s.office_id AND b.form = s.form AND b.period = s.period`,
}
/** What a line says, joined from the tables that it is derived from. */
const asJoined = (table: LineTable): string => `
  SELECT l.id, b.id AS obligation, s.id AS submission, o.id AS "officeId", o.name AS "officeName", o.short_name AS "officeShortName", l.form,
    l.period, l.practice, COALESCE(s.number, 1) AS number, l.status, ${table === 'obligation' ? 'COALESCE(b.extended_to, b.due_at)' : 's.due_at'} AS "dueAt",
    q.opens_at AS "opensAt", q.closes_at AS "closesAt", b.extended_to AS "extendedTo", s.return_due_at AS "returnDueAt", s.submitted_at AS "submittedAt",
    (SELECT v.at FROM revision v WHERE v.submission_id = s.id AND v.n = 1) AS "firstAt", s.status_at AS "statusAt",
    s.latest_revision AS "latestRevision", s.approved_revision AS "approvedRevision", s.claimed_by AS "claimedBy",
    (SELECT p.name FROM post t JOIN person p ON p.id = t.person_id WHERE 'post:' || t.id = s.claimed_by) AS "claimedName",
    COALESCE(s.progress, '{}') AS progress, COALESCE(s.version <> s.progress_version, false) AS stale,
    (SELECT count(*)::int FROM note m WHERE m.submission_id = s.id AND m.status = 'open') AS "openNotes",
    (SELECT json_build_object('at', r.at, 'by', 'Pemeriksa', 'message', r.message) FROM reminder r
     WHERE r.obligation_id = b.id ORDER BY r.at DESC LIMIT 1) AS reminder
  FROM ${from[table]} JOIN office_now o ON o.id = l.office_id
  LEFT JOIN period q ON q.form = l.form AND q.key = l.period`

/** The first pages, then a jump near the end: what a list of any length shows. */
const pages = async (table: LineTable, ask: LineAsk, most: number): Promise<string[]> => {
  const ids: string[] = []
  let after: LineAsk['after'] = null
  for (let n = 0; n < most; n += 1) {
    const { rows, next } = await listLines(reader(db), table, { ...ask, after })
    ids.push(...rows.map(({ id }) => id))
    if (next === null) return ids
    after = decodeLineCursor(next)
  }
  return ids
}

describe.each(['obligation', 'submission'] as const)('the list of every %s', table => {
  it('says of each what the tables say that it is derived from', async () => {
    const { rows } = await db.pool.query<LineRow>(asJoined(table))
    const ofId = new Map(rows.map(row => [row.id, JSON.stringify(row)]))
    const others = everything[table].filter(({ dueKey, ...row }) => ofId.get(row.id) !== JSON.stringify(row))
    expect(others).toEqual([])
    expect(everything[table]).toHaveLength(rows.length)
  })

  it('gives, page by page, exactly what its filters say, by due date', async () => {
    await fc.assert(
      fc.asyncProperty(asks(table), async ask => {
        const found = await pages(table, ask, 4)
        const all = expected(table, ask)
        expect(found).toEqual(all.slice(0, Math.min(all.length, 4 * ask.limit)))
      }),
      { numRuns: 150 },
    )
  })

  it('reads no more of a large table than a page needs, whichever plan PostgreSQL keeps', async () => {
    const one = offices.find(({ id }) => offices.every(o => o.id === id || !o.path.includes(id)))!.id
    const reach = { offices: [one], reportTypes: null }
    const cases: Record<string, Partial<LineAsk>> = {
      everything: {},
      'the queue of a verifier': {
        statuses: ['submitted', 'in-review'],
        reach: { offices: null, reportTypes: ['spm'] },
      },
      'what is late': { late: true, statuses: ['draft', 'returned', 'signing'] },
      'one status, rare': { statuses: ['second-review'] },
      'a year': { year: 2026 },
      'a year and a status': { year: 2026, statuses: ['returned'] },
      'a period': { period: '2026-TW2' },
      'a form in a period': { form: 'spm/triwulan', period: '2026-TW2' },
      'one office': { reach },
      'what one office has to do': { reach, statuses: ['draft', 'returned', 'signing'] },
      'an office by name': { q: { text: 'kesehatan', forms: [] } },
      'a form by name': { q: { text: 'pengukuran', forms: ['sakip/pengukuran-triwulan'] } },
      practice: { practice: true },
      mine: table === 'submission' ? { claimedBy: claimer } : {},
    }
    const client = await db.pool.connect()
    try {
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`SET plan_cache_mode = ${mode}`)
        for (const [what, ask] of Object.entries(cases)) {
          const after = { due: '2018-03-24T00:00:00.000000Z', id: one }
          for (const at of ask.year || ask.period || ask.practice ? [null] : [null, after]) {
            const [{ text: sql }, values] = linesStatement(table, { ...whole, ...ask, after: at })
            const read = await rowsRead(client, { sql, values })
            expect(read, `${what}, ${mode}, ${at ? 'further on' : 'first page'}`).toBeLessThan(2_600)
          }
        }
      }
    } finally {
      client.release(true)
    }
  })
})

const literal = (value: unknown): string => {
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(v => `"${v}"`).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

/** Rows of the growing tables that the statement touched, those it threw away too. @throws where it scanned one from end to end */
const rowsRead = async (
  client: pg.PoolClient,
  { sql, values }: { sql: string; values: unknown[] },
): Promise<number> => {
  await client.query(`PREPARE line AS ${sql}`)
  const { rows } = await client.query(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE line${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`,
  )
  await client.query('DEALLOCATE line')
  const growing = ['report_line', 'obligation', 'submission', 'revision', 'note']
  const touched = (plan: Plan): number => {
    const own = growing.includes(plan['Relation Name'] ?? '')
    if (own && plan['Node Type'] === 'Seq Scan') throw new Error(`${plan['Relation Name']} is scanned: ${sql}`)
    const each =
      plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
    return (own ? each * plan['Actual Loops'] : 0) + (plan.Plans ?? []).reduce((sum, below) => sum + touched(below), 0)
  }
  return touched(rows[0]['QUERY PLAN'][0].Plan as Plan)
}
