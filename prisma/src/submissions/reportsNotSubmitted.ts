import type { FormId, PeriodKey, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface ReportOfOffice {
  office: string
  form: FormId
  period: PeriodKey
}

/** A report that was not submitted yet, as far as it is. */
export interface NotSubmitted extends ReportOfOffice {
  /** Null where the office does not owe it. */
  obligation: string | null
  submission: string | null
  status: ReportStatus
}

const unmetPrerequisites = statement(
  'unmet-prerequisites',
  `SELECT w.office, w.form, w.period, b.id AS obligation, b.submission_id AS submission, COALESCE(b.status, 'not-begun') AS status
   FROM unnest($1::uuid[], $2::text[], $3::text[]) AS w(office, form, period)
   LEFT JOIN LATERAL (SELECT * FROM obligation o WHERE o.office_id = w.office AND o.form = w.form AND o.period = w.period LIMIT 1) b ON true
   CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM submission s WHERE s.office_id = w.office AND s.form = w.form AND s.period = w.period
     AND (s.latest_revision IS NOT NULL OR s.origin = 'archive')) AS met) m
   WHERE NOT m.met`,
  rowOf<NotSubmitted>({
    office: col.uuid.notNull('what is asked'),
    form: col.text.notNull('what is asked'),
    period: col.text.notNull('what is asked'),
    obligation: col.uuid.orNull,
    submission: col.uuid.orNull,
    status: col.text.notNull('coalesced'),
  }),
)

/** Those of these reports that have no revision and nothing from before the system. */
export const reportsNotSubmitted = (tx: Queryable, reports: ReportOfOffice[]): Promise<NotSubmitted[]> =>
  tx.query(unmetPrerequisites, [
    reports.map(({ office }) => office),
    reports.map(({ form }) => form),
    reports.map(({ period }) => period),
  ])
