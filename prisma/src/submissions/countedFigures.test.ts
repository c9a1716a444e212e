import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, type Queryable, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { countedFigures } from './countedFigures.ts'
import { countedRowsOf } from './countedRowsOf.ts'
import { reportsSeen } from './reportsSeen.ts'

const form = 'spm/triwulan'
const period = '2026-TW2'
const added = '01a20ce3-8b84-73e6-907a-1550a0f24760'
let database: TestDatabase
let db: Database
let ids: string[]

const insertFigures = (n: number, ruleSet: string, value: number) =>
  db.pool.query(
    `INSERT INTO figure (submission_id, n, code, "row", office_id, form, period, value, unit, derivation, rule_set)
     SELECT id, $1::int, 'spm.index', r, office_id, form, period, $3::numeric + ascii(r), '%',
            jsonb_build_object('formula', 'value.1', 'inputs', '[]'::jsonb, 'left', '[]'::jsonb, 'ruleSet', $2::text), $2
     FROM submission, unnest(ARRAY['b', 'a', $4]) r`,
    [n, ruleSet, value, added],
  )
const insertRevisions = (n: number) =>
  db.pool.query(
    `INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
     SELECT id, $1::int, '2021.1', '{"answers":{},"sections":[],"formVersion":1}', repeat('0', 64), id::text || $1, 'system', now(), 1 FROM submission`,
    [n],
  )

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 1 })
  const { rows } = await db.pool.query<{ id: string }>(
    `INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, created_by, version, latest_revision)
     SELECT gen_random_uuid(), id, $1, 'spm', $2, 1, 'submitted', 'system', 1, 1 FROM (SELECT id FROM office ORDER BY id LIMIT 3) o RETURNING id`,
    [form, period],
  )
  ids = rows.map(({ id }) => id).sort()
  await insertRevisions(1)
  await insertFigures(1, '2021.1', 0)
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

/** What is asked, and the statements that read figures for it. */
const counted = async () => {
  const own = reader(db)
  const read: string[] = []
  const tx: Queryable = {
    prisma: own.prisma,
    query: (statement, values) => {
      if (['figures-of-revisions', 'reported-rows'].includes(statement.name)) read.push(statement.name)
      return own.query(statement, values)
    },
  }
  const reports = await reportsSeen(tx, { forms: [form], periods: [period], provisional: true })
  const revisions = await countedFigures(reports, { form, period })
  const rows = (await countedRowsOf(reports))(form, period)
  return {
    read,
    values: revisions.map(({ submission, n, standing, figures }) => ({
      ...{ submission, n, standing },
      figures: figures.map(({ row, value, derivation }) => `${row} ${value} ${derivation.ruleSet}`),
    })),
    rows: rows.map(({ row, standing }) => `${row} ${standing}`).sort(),
  }
}
const of = (n: number, standing: string, figures: string[]) =>
  ids.map(submission => ({ submission, n, standing, figures }))
const times = (rows: string[]) => rows.flatMap(row => ids.map(() => row))

it('reads the figures of a revision once, in their order and without those of rows that people added', async () => {
  const first = await counted()
  expect(first.values).toEqual(of(1, 'provisional', ['a 97 2021.1', 'b 98 2021.1']))
  expect(first.rows).toEqual(times([`${added} provisional`, 'a provisional', 'b provisional']))
  expect(first.read).toHaveLength(2)
  expect(await counted()).toEqual({ ...first, read: [] })
})

it('sees at once that a report was approved, and another revision after it', async () => {
  await db.pool.query(`UPDATE submission SET status = 'approved', approved_revision = 1`)
  const { values, read, rows } = await counted()
  expect(values).toEqual(of(1, 'final', ['a 97 2021.1', 'b 98 2021.1']))
  expect(rows).toEqual(times([`${added} final`, 'a final', 'b final']))
  expect(read).toEqual([])
  await insertRevisions(2)
  await insertFigures(2, '2021.1', 100)
  expect((await counted()).values).toEqual(values)
  await db.pool.query(`UPDATE submission SET latest_revision = 2, approved_revision = 2`)
  expect((await counted()).values).toEqual(of(2, 'final', ['a 197 2021.1', 'b 198 2021.1']))
})

it('takes the figures under a rule set approved later once they are computed', async () => {
  const before = await counted()
  await db.pool.query(
    `INSERT INTO rule_set (id, year, version, body, status, proposed_by)
     SELECT '2026.1', 2026, 1, body, 'approved', 'system' FROM rule_set WHERE id = '2021.1'`,
  )
  await insertFigures(2, '2026.1', 200)
  expect((await counted()).values).toEqual(before.values)
  await db.pool.query(
    `INSERT INTO recomputation (submission_id, n, rule_set, outcome, sha256, at) SELECT id, 2, '2026.1', 'computed', repeat('0', 64), now() FROM submission`,
  )
  const { values, read } = await counted()
  expect(values).toEqual(of(2, 'final', ['a 297 2026.1', 'b 298 2026.1']))
  expect(read).toHaveLength(2)
})
