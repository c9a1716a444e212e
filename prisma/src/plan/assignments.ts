import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** An assignment with the name of its office. */
export interface AssignmentRow {
  id: string
  form: string
  row: string
  officeId: string | null
  office: string | null
  reason: string | null
  note: string
  shared: boolean
  fromYear: number
  toYear: number | null
  /** The office it names is none in that year. */
  gone: boolean
}

/** No year after it can be asked for: an assignment that began there could never be seen or ended. */
const lastYear = 2100

const assignmentsYear = statement(
  'assignments-year',
  `SELECT a.id, a.form, a."row", a.office_id AS "officeId", o.name AS office, a.reason, a.note, a.shared,
          a.from_year AS "fromYear", a.to_year AS "toYear",
          a.office_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM office_span s WHERE s.office_id = a.office_id
            AND s."from" < make_date($1 + 1, 1, 1) AND (s."to" IS NULL OR s."to" >= make_date($1, 1, 1))) AS gone
   FROM row_assignment a LEFT JOIN office_now o ON o.id = a.office_id
   WHERE a.from_year <= $1 AND (a.to_year IS NULL OR a.to_year >= $1) ORDER BY a.form, a."row", o.name, a.id`,
  rowOf<AssignmentRow>({
    id: col.uuid,
    form: col.text,
    row: col.text,
    officeId: col.uuid.orNull,
    office: col.text.orNull,
    reason: col.text.orNull,
    note: col.text,
    shared: col.bool,
    fromYear: col.int4,
    toYear: col.int4.orNull,
    gone: col.bool.notNull('an EXISTS'),
  }),
)

/** Those of a year, by form, row and the name of the office. By SQL: names of today are a view, and `gone` is asked of the spans. */
export const assignmentsOfYear = (tx: Queryable, year: number): Promise<AssignmentRow[]> =>
  tx.query(assignmentsYear, [year])

/** Forms of which rows were ever given by themselves, in whatever year. */
export const formsByRow = async (tx: Queryable): Promise<Set<string>> => {
  const forms = await tx.prisma.rowAssignment.groupBy({ by: ['form'], where: { row: { not: '*' } } })
  return new Set(forms.map(({ form }) => form))
}

export interface AssignmentIn {
  form: string
  row: string
  office: string | null
  reason: string | null
  note: string
  shared: boolean
  fromYear: number
  toYear: number | null
}

type Overlapping = { id: string } & Omit<AssignmentIn, 'form' | 'row'>

const assignmentsOverlapping = statement(
  'assignments-overlapping',
  `SELECT id, office_id AS office, reason, note, shared, from_year AS "fromYear", to_year AS "toYear"
   FROM row_assignment WHERE form = $1 AND "row" = $2 AND (to_year IS NULL OR to_year >= $3) AND ($4::int IS NULL OR from_year <= $4)
     AND ($5::boolean IS FALSE OR office_id IS NOT DISTINCT FROM $6) FOR UPDATE`,
  rowOf<Overlapping>({
    id: col.uuid,
    office: col.uuid.orNull,
    reason: col.text.orNull,
    note: col.text,
    shared: col.bool,
    fromYear: col.int4,
    toYear: col.int4.orNull,
  }),
)

/** Those that a new assignment takes the place of, locked. `beside`: only those of the same office. */
const overlapping = (tx: Queryable, a: AssignmentIn, beside: boolean): Promise<Overlapping[]> =>
  tx.query(assignmentsOverlapping, [a.form, a.row, a.fromYear, a.toYear, beside, a.office])

/**
 * Gives a row to an office from a year on. What was before keeps the years before, and after `toYear` where that is said.
 * A shared row and a whole form (`*`) have several owners side by side.
 */
export const assignRow = async (tx: Queryable, a: AssignmentIn): Promise<string> => {
  const { form, row } = a
  for (const { id, ...before } of await overlapping(tx, a, a.shared || row === '*')) {
    if (before.fromYear < a.fromYear) await endAssignment(tx, id, a.fromYear - 1)
    else await tx.prisma.rowAssignment.delete({ where: { id } })
    if (a.toYear !== null && a.toYear < lastYear && (before.toYear === null || before.toYear > a.toYear))
      await addAssignment(tx, { ...before, form, row, fromYear: a.toYear + 1 })
  }
  if (a.shared)
    await tx.prisma.rowAssignment.updateMany({
      where: { form, row, OR: [{ toYear: null }, { toYear: { gte: a.fromYear } }] },
      data: { shared: true },
    })
  return addAssignment(tx, a)
}

const addAssignment = async (
  tx: Queryable,
  { form, row, office: officeId, reason, note, shared, fromYear, toYear }: AssignmentIn,
): Promise<string> => {
  const id = v7()
  await tx.prisma.rowAssignment.create({ data: { id, form, row, officeId, reason, note, shared, fromYear, toYear } })
  return id
}

/** The form, row and first year of the assignment that was ended, or null where there is none. */
export const endAssignment = async (
  tx: Queryable,
  id: string,
  toYear: number,
): Promise<{ form: string; row: string; fromYear: number } | null> =>
  (
    await tx.prisma.rowAssignment.updateManyAndReturn({
      where: { id, fromYear: { lte: toYear } },
      data: { toYear },
      select: { form: true, row: true, fromYear: true },
    })
  )[0] ?? null
