import { kinds, type OwedObligation, type YearPlan } from '@sepakat/rules'
import { newestCatalogues } from '../catalogue/versions.ts'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { typed } from '../typed.ts'
import { heldDue } from './heldDue.ts'
import { columnsOfOwed } from './obligation.ts'
import { officesOfYear } from './officesOfYear.ts'

/** All that obligations of a year follow from. */
export const loadPlan = async (tx: Queryable, year: number): Promise<YearPlan> => {
  const periods = await tx.prisma.period.findMany({
    select: { form: true, key: true, dueAt: true },
    where: { key: { startsWith: String(year) } },
    orderBy: [{ form: 'asc' }, { key: 'asc' }],
  })
  const waves = await tx.prisma.wave.findMany({ select: { fromPeriod: true, officeIds: true, reportTypes: true } })
  const assignments = await tx.prisma.rowAssignment.findMany({
    select: { form: true, row: true, officeId: true, fromYear: true, toYear: true },
    where: { fromYear: { lte: year }, OR: [{ toYear: null }, { toYear: { gte: year } }] },
  })
  const catalogues = await newestCatalogues(tx)
  const { names, isThere } = await officesOfYear(tx, year)
  return {
    plan: {
      kinds,
      catalogues: Object.fromEntries(catalogues.map(({ form, body }) => [form, body])),
      periods: periods.map(typed.period),
      waves: waves.map(typed.wave),
      assignments: assignments.map(typed.rowAssignment),
    },
    names,
    isThere,
  }
}

const planStanding = statement(
  'plan-standing',
  `SELECT b.id, b.office_id AS "officeId", b.form, b.period, ${columnsOfOwed.due} AS "dueAt", ${heldDue(columnsOfOwed)} AS "expectedAt",
          b.extended_to IS NOT NULL AS extended, b.practice, b.status <> 'not-begun' AS begun
   FROM obligation b LEFT JOIN submission s ON s.id = b.submission_id WHERE b.period LIKE $1`,
  rowOf<OwedObligation>({
    id: col.uuid,
    officeId: col.uuid,
    form: col.text,
    period: col.text,
    dueAt: col.timestamptz.notNull('coalesced'),
    expectedAt: col.timestamptz.orNull,
    extended: col.bool.notNull('a test for null'),
    practice: col.bool,
    begun: col.bool.notNull('of NOT NULL columns'),
  }),
)

/** What is owed in a year. By SQL: some ten thousand rows of few columns. */
export const owedInYear = (tx: Queryable, year: number): Promise<OwedObligation[]> =>
  tx.query(planStanding, [`${year}%`])
