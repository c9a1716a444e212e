import { type Catalogue, type FormId, kinds, rowsOf } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'

type AssignmentState = 'owned' | 'shared' | 'not-applicable' | 'unowned' | 'double'
export interface AssignmentLine {
  id: string | null
  form: string
  row: string
  code: string
  label: string
  office: { id: string; name: string } | null
  reason: string | null
  note: string
  shared: boolean
  fromYear: number | null
  toYear: number | null
  state: AssignmentState
}
interface Stored {
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
}
/** `gone`: the office it names is none in that year. */
type InYear = Stored & { gone: boolean }

const whole = 'Seluruh formulir'
/** No year after it can be asked for: an assignment that began there could be seen and ended by nobody. */
const lastYear = 2100

const stored = (tx: Queryable, year: number): Promise<InYear[]> =>
  tx.query<InYear>(
    'assignments-year',
    `SELECT a.id, a.form, a."row", a.office_id AS "officeId", o.name AS office, a.reason, a.note, a.shared,
            a.from_year AS "fromYear", a.to_year AS "toYear",
            a.office_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM office_span s WHERE s.office_id = a.office_id
              AND s."from" < make_date($1 + 1, 1, 1) AND (s."to" IS NULL OR s."to" >= make_date($1, 1, 1))) AS gone
     FROM row_assignment a LEFT JOIN office_now o ON o.id = a.office_id
     WHERE a.from_year <= $1 AND (a.to_year IS NULL OR a.to_year >= $1) ORDER BY a.form, a."row", o.name, a.id`,
    [year],
  )

const stateOf = (all: InYear[]): AssignmentState => {
  const there = all.filter(a => !a.gone)
  if (there.length === 0) return 'unowned'
  if (there.length === 1) return there[0]!.officeId === null ? 'not-applicable' : 'owned'
  return there.every(a => a.shared) ? 'shared' : 'double'
}

const line = (
  row: { form: string; row: string; code: string; label: string },
  a: Stored | null,
  state: AssignmentState,
): AssignmentLine => ({
  ...row,
  id: a?.id ?? null,
  office: a?.officeId ? { id: a.officeId, name: a.office ?? '' } : null,
  reason: a?.reason ?? null,
  note: a?.note ?? '',
  shared: a?.shared ?? false,
  fromYear: a?.fromYear ?? null,
  toYear: a?.toYear ?? null,
  state,
})

/**
 * Every root row of the forms that are owned row by row (in whatever year: in one without any assignment all are unowned), and each
 * office of a form that is filed whole, in one year. A form that nobody files is one line without an owner.
 */
export const assignmentLines = async (tx: Queryable, year: number): Promise<AssignmentLine[]> => {
  const all = await stored(tx, year)
  const published = await tx.query<{ form: FormId; body: Catalogue }>(
    'plan-catalogues',
    `SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC`,
  )
  const byRow = Map.groupBy(all, a => `${a.form} ${a.row}`)
  const ruled = new Set(
    (
      await tx.query<{ form: string }>(
        'plan-forms-by-row',
        `SELECT DISTINCT form FROM row_assignment WHERE "row" <> '*'`,
      )
    ).map(({ form }) => form),
  )
  const catalogued = published
    .filter(p => ruled.has(p.form))
    .flatMap(({ form, body }) =>
      rowsOf(body, year)
        .filter(r => r.parent === undefined)
        .flatMap(r => {
          const own = byRow.get(`${form} ${r.id}`) ?? []
          const row = { form, row: r.id, code: r.code, label: r.label }
          return own.length === 0 ? [line(row, null, 'unowned')] : own.map(a => line(row, a, stateOf(own)))
        }),
    )
  const known = new Set(catalogued.map(l => `${l.form} ${l.row}`))
  const others = all
    .filter(a => !known.has(`${a.form} ${a.row}`))
    .map(a => line({ form: a.form, row: a.row, code: '', label: a.row === '*' ? whole : a.row }, a, stateOf([a])))
  const given = new Set([...catalogued, ...others].map(l => l.form))
  const nobodys = published
    .filter(({ form }) => kinds[form] !== undefined && !given.has(form))
    .map(({ form }) => line({ form, row: '*', code: '', label: whole }, null, 'unowned'))
  return [...catalogued, ...others, ...nobodys]
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

/**
 * Gives a row to an office from a year on. What stood before keeps the years before, and after `toYear` where that is said.
 * A shared row and a whole form (`*`) have several owners side by side.
 */
export const assignRow = async (tx: Queryable, a: AssignmentIn): Promise<string> => {
  const beside = a.shared || a.row === '*'
  const overlapping = await tx.query<Stored>(
    'assignments-overlapping',
    `SELECT id, form, "row", office_id AS "officeId", NULL AS office, reason, note, shared, from_year AS "fromYear", to_year AS "toYear"
     FROM row_assignment WHERE form = $1 AND "row" = $2 AND (to_year IS NULL OR to_year >= $3) AND ($4::int IS NULL OR from_year <= $4)
       AND ($5::boolean IS FALSE OR office_id IS NOT DISTINCT FROM $6) FOR UPDATE`,
    [a.form, a.row, a.fromYear, a.toYear, beside, a.office],
  )
  for (const o of overlapping) {
    if (o.fromYear < a.fromYear) await endAssignment(tx, o.id, a.fromYear - 1)
    else await tx.query('assignment-remove', `DELETE FROM row_assignment WHERE id = $1`, [o.id])
    if (a.toYear !== null && a.toYear < lastYear && (o.toYear === null || o.toYear > a.toYear))
      await insert(tx, { ...o, office: o.officeId, fromYear: a.toYear + 1 })
  }
  if (a.shared) {
    await tx.query(
      'assignments-share',
      `UPDATE row_assignment SET shared = true WHERE form = $1 AND "row" = $2 AND (to_year IS NULL OR to_year >= $3)`,
      [a.form, a.row, a.fromYear],
    )
  }
  return await insert(tx, a)
}

const insert = async (tx: Queryable, a: AssignmentIn): Promise<string> => {
  const id = v7()
  await tx.query(
    'assignment-insert',
    `INSERT INTO row_assignment (id, form, "row", office_id, reason, note, shared, from_year, to_year) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, a.form, a.row, a.office, a.reason, a.note, a.shared, a.fromYear, a.toYear],
  )
  return id
}

/** The form, row and first year of the assignment that was ended, or null where there is none. */
export const endAssignment = async (
  tx: Queryable,
  id: string,
  toYear: number,
): Promise<{ form: string; row: string; fromYear: number } | null> =>
  (
    await tx.query<{ form: string; row: string; fromYear: number }>(
      'assignment-end',
      `UPDATE row_assignment SET to_year = $2 WHERE id = $1 AND from_year <= $2 RETURNING form, "row", from_year AS "fromYear"`,
      [id, toYear],
    )
  )[0] ?? null
