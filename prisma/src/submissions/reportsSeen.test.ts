import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, type Queryable } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { snapshot } from '../transaction.ts'
import { countedFigures } from './countedFigures.ts'
import { countedTexts } from './countedRowsOf.ts'
import { loadOwing } from './loadOwing.ts'
import { otherRulesIn } from './otherRules.ts'
import { reportsSeen } from './reportsSeen.ts'
import { lineWrites } from './testingLines.ts'

const forms = ['spm/triwulan', 'sakip/perjanjian-kinerja'] as const
const periods = ['2026', '2027'] as const
let database: TestDatabase
let db: Database
let offices: string[]
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 4 })
  const found = await db.prisma.office.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 3 })
  offices = found.map(({ id }) => id)
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

/** What changes lines, and what a report has, by which rules, and who owes it. `$1` a number, `$2` an office, `$3` a form, `$4` an id. */
const writes: Record<string, string> = {
  ...lineWrites,
  // as they are submitted: with their reports, in one transaction
  'a revision': `WITH made AS (${lineWrites['a revision']} RETURNING submission_id)
     UPDATE submission SET version = version + 1 WHERE id IN (SELECT submission_id FROM made)`,
  'revisions of all reports': `WITH made AS (
       INSERT INTO revision (submission_id, n, rule_set, body, sha256, receipt, by, at, last_change)
       SELECT id, 1, '2021.1', '{"answers":{},"sections":[],"formVersion":1}', repeat('0', 64), id::text, 'system', now(), 1 FROM submission
       ON CONFLICT DO NOTHING RETURNING submission_id)
     UPDATE submission SET version = version + 1 WHERE id IN (SELECT submission_id FROM made)`,
  'computed again': `INSERT INTO recomputation (submission_id, n, rule_set, outcome, at)
     SELECT r.submission_id, r.n, k.id, CASE WHEN $1::int % 2 = 0 THEN 'computed' ELSE 'unlike' END, now() FROM revision r, rule_set k
     WHERE k.id <> r.rule_set ORDER BY md5(r.submission_id::text || $1::int) LIMIT 1 ON CONFLICT DO NOTHING`,
  'computed after all': `UPDATE recomputation SET outcome = CASE WHEN $1::int % 2 = 0 THEN 'computed' ELSE 'unlike' END`,
  'other rules': `INSERT INTO rule_set (id, year, version, body, status, proposed_by)
     SELECT '2026.' || v, 2026, v, body, 'approved', 'system' FROM rule_set, (SELECT 1 + $1::int % 3 AS v) v WHERE id = '2021.1' ON CONFLICT DO NOTHING`,
  'another name': `UPDATE office_span SET name = 'Dinas ' || $1::int WHERE office_id = $2`,
  'a row to answer': `INSERT INTO row_assignment (id, form, "row", office_id, from_year) VALUES ($4, $3, '*', $2, 2020) ON CONFLICT DO NOTHING`,
  'a row no longer': `UPDATE row_assignment SET to_year = 2025 + $1::int % 3 WHERE office_id = $2 AND form = $3`,
}
const write = (kind: string, number: number): Promise<unknown> => {
  const sql = writes[kind]!
  const all = [number, offices[number % 3]!, forms[number % 2]!, v7()]
  const used = [1, 2, 3, 4].filter(n => sql.includes(`$${n}`))
  const text = used.reduce((said, n, at) => said.replaceAll(`$${n}`, `$${at + 1}`), sql)
  // some are refused as things are
  return db.pool
    .query(
      text,
      used.map(n => all[n - 1]),
    )
    .catch(() => undefined)
}

/** What is told of all of them, through a connection. */
const told = async (tx: Queryable) => {
  const reports = await reportsSeen(tx, { forms, periods, provisional: true })
  const [textOf, othersIn] = [await countedTexts(reports), await otherRulesIn(reports)]
  const owing = await loadOwing(tx, forms, 2026)
  const each = forms.flatMap(form => periods.map(period => ({ form, period })))
  return Promise.all(
    each.map(async ({ form, period }) => ({
      text: textOf(form, period),
      others: othersIn(form, period),
      offices: [...(owing(form, period)?.offices ?? [])],
      revisions: await countedFigures(reports, { form, period }),
    })),
  )
}

it('is told as if all were read, whatever was written', async () => {
  const kinds = fc.constantFrom(...Object.keys(writes))
  const steps = fc.array(fc.record({ kind: kinds, number: fc.nat(40) }), { minLength: 20, maxLength: 60 })
  let [kept, counting] = [0, 0]
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      for (const { kind, number } of all) {
        await write(kind, number)
        await snapshot(db, async tx => {
          const query: Queryable['query'] = async (statement, values) => {
            if (statement.name === 'counted-reports') kept--
            return tx.query(statement, values)
          }
          const reading = await told({ prisma: tx.prisma, query })
          kept++
          const plain: Queryable['query'] = async (statement, values) => {
            const rows = await tx.query(statement, values)
            return statement.name.endsWith('-seen') ? rows.map(row => ({ ...row, keeps: false })) : rows
          }
          const fresh = await told({ prisma: tx.prisma, query: plain })
          expect(reading).toEqual(fresh)
          counting += fresh.filter(({ text }) => text !== '').length
        })
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
  expect(kept).toBeGreaterThan(0)
  expect(counting).toBeGreaterThan(0)
})
