import type { DueReport, FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { lockPlan } from './lockPlan.ts'

/** What an office owes for a period, with what tells whether a new deadline makes it late. */
export interface OwedReport extends DueReport {
  obligation: string
  /** The newest of its reports; null while there is none. */
  submission: string | null
  office: { id: string; name: string }
  form: FormId
  period: PeriodKey
  /** The deadline that its period is given. */
  to: Date
}
export interface NewDue {
  form: FormId
  key: PeriodKey
  dueAt: Date
}

const columns = (periods: NewDue[]) => [periods.map(p => p.form), periods.map(p => p.key), periods.map(p => p.dueAt)]

// By SQL: each of a list of periods brings its new deadline.
const dueReportsSql = statement(
  'due-reports',
  `SELECT b.id AS obligation, b.submission_id AS submission, b.office_id AS "officeId", o.name, b.form, b.period, b.status,
          COALESCE(s.number, 1) AS number, b.due_at AS "dueAt", s.return_due_at AS "returnDueAt", s.submitted_at AS "submittedAt",
          (SELECT v.at FROM revision v WHERE v.submission_id = b.id AND v.n = 1) AS "firstAt", p.due_at AS "to"
   FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS p(form, key, due_at)
   JOIN obligation b ON b.form = p.form AND b.period = p.key AND b.extended_to IS NULL
   JOIN office_now o ON o.id = b.office_id
   LEFT JOIN submission s ON s.id = b.submission_id
   ORDER BY o.name, b.form, b.period, b.id`,
  rowOf<Omit<OwedReport, 'office'> & { officeId: string; name: string }>({
    obligation: col.uuid,
    submission: col.uuid.orNull,
    officeId: col.uuid,
    name: col.text.notNull('an office has a name'),
    form: col.text,
    period: col.text,
    status: col.text,
    number: col.int4.notNull('coalesced'),
    dueAt: col.timestamptz,
    returnDueAt: col.timestamptz.orNull,
    submittedAt: col.timestamptz.orNull,
    firstAt: col.timestamptz.orNull,
    to: col.timestamptz.notNull('what is asked'),
  }),
)

/** What is owed for some periods and was not extended by itself: by office, form and period. */
export const dueReports = async (tx: Queryable, periods: NewDue[]): Promise<OwedReport[]> => {
  const rows = await tx.query(dueReportsSql, columns(periods))
  return rows.map(({ officeId: id, name, ...row }) => ({ ...row, office: { id, name } }))
}

const dueSubmissionsLock = statement(
  'due-submissions-lock',
  `SELECT s.id FROM submission s JOIN unnest($1::text[], $2::text[]) AS p(form, key) ON p.form = s.form AND p.key = s.period
   ORDER BY s.id FOR NO KEY UPDATE OF s`,
  { id: col.uuid },
)
const dueObligationsLock = statement(
  'due-obligations-lock',
  `SELECT b.id FROM obligation b JOIN unnest($1::text[], $2::text[]) AS p(form, key) ON p.form = b.form AND p.key = b.period
   ORDER BY b.id FOR NO KEY UPDATE OF b`,
  { id: col.uuid },
)

/**
 * Keeps what is owed for some periods as it is to the end of the transaction, so that a report which is submitted at this moment
 * is judged by one deadline: first the plan, then the reports, then the obligations, as a move locks them.
 */
export const lockDueReports = async (tx: Queryable, periods: NewDue[]): Promise<void> => {
  await lockPlan(tx)
  const which = [periods.map(p => p.form), periods.map(p => p.key)]
  await tx.query(dueSubmissionsLock, which)
  await tx.query(dueObligationsLock, which)
}

// By SQL: many rows at once, each to a deadline of its own.
const newDue = `SET due_at = m.due_at FROM unnest($1::uuid[], $2::timestamptz[]) AS m(id, due_at) WHERE m.id = t.id`
const dueSubmissions = statement('due-submissions', `UPDATE submission t ${newDue}`)
const dueObligations = statement('due-obligations', `UPDATE obligation t ${newDue}`)

/** Gives obligations and their first reports a deadline. */
export const putDue = async (tx: Queryable, moved: Pick<OwedReport, 'obligation' | 'to'>[]): Promise<void> => {
  const values = [moved.map(({ obligation }) => obligation), moved.map(({ to }) => to)]
  await tx.query(dueSubmissions, values)
  await tx.query(dueObligations, values)
}
