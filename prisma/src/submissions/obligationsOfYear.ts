import type { FormId, Lateness, PeriodKey, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** What an office owes, with the state of its report. */
export interface ObligationOfYear extends Lateness {
  officeId: string
  name: string
  shortName: string
  form: FormId
  period: PeriodKey
  submission: string | null
}

const overview = statement(
  'overview',
  `SELECT l.office_id AS "officeId", o.name, o.short_name AS "shortName", l.form, l.period, l.submission_id AS submission, l.status,
          COALESCE(l.extended_to, l.due_at) AS "dueAt", s.return_due_at AS "returnDueAt", s.submitted_at AS "submittedAt", s.at AS "firstAt",
          COALESCE(s.number, 1) AS number
   FROM obligation l JOIN office_now o ON o.id = l.office_id
   LEFT JOIN LATERAL (SELECT s.return_due_at, s.submitted_at, s.number,
       (SELECT v.at FROM revision v WHERE v.submission_id = s.id AND v.n = 1) AS at
     FROM submission s WHERE s.id = l.submission_id LIMIT 1) s ON true
   WHERE l.practice = $1 AND left(l.period, 4) = $2 AND ($3::uuid[] IS NULL OR o.path && $3)
     AND ($4::text[] IS NULL OR split_part(l.form, '/', 1) = ANY ($4))
   ORDER BY o.name, l.form, l.period, l.id`,
  rowOf<ObligationOfYear>({
    officeId: col.uuid,
    name: col.text.notNull('an office has a name'),
    shortName: col.text.notNull('an office has a name'),
    form: col.text,
    period: col.text,
    submission: col.uuid.orNull,
    status: col.text,
    dueAt: col.timestamptz.orNull,
    returnDueAt: col.timestamptz.orNull,
    submittedAt: col.timestamptz.orNull,
    firstAt: col.timestamptz.orNull,
    number: col.int4.notNull('coalesced'),
  }),
)

/** Every obligation of a year within reach, by the name of the office. */
export const obligationsOfYear = (
  tx: Queryable,
  {
    reach,
    year,
    practice,
  }: { reach: { offices: string[] | null; reportTypes: ReportType[] | null }; year: number; practice: boolean },
): Promise<ObligationOfYear[]> => tx.query(overview, [practice, String(year), reach.offices, reach.reportTypes])
