import type { FormId, PeriodKey, PunctualReport, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface PunctualityReport extends PunctualReport {
  reportType: ReportType
  form: FormId
  period: PeriodKey
}

const outer = 'of the side of an outer join that is there'
// The first report of what is owed has its id: what changes it later was not asked by a date. Its line has the deadline that held for it.
const judged = statement(
  'punctual-reports',
  `SELECT o.report_type AS "reportType", o.form, o.period, NULLIF(COALESCE(s.due, o.due), 'infinity') AS "dueAt", s.first_at AS "firstAt",
     o.extended_to IS NOT NULL AS extended
   FROM report_line o LEFT JOIN report_line s ON s.list = 'submission' AND s.id = o.obligation_id AND s.first_at IS NOT NULL
   WHERE o.list = 'obligation' AND o.office_id = $1 AND o.practice = false AND ($2::text[] IS NULL OR o.report_type = ANY ($2))
   ORDER BY o.period, o.form`,
  rowOf<PunctualityReport>({
    reportType: col.text.notNull(outer),
    form: col.text.notNull(outer),
    period: col.text.notNull(outer),
    dueAt: col.timestamptz.orNull,
    firstAt: col.timestamptz.orNull,
    extended: col.bool.notNull('a test for null'),
  }),
)

/** What an office owes and owed of these report types (null: of all), each with when it was first submitted. */
export const punctualReports = (
  tx: Queryable,
  office: string,
  reportTypes: ReportType[] | null,
): Promise<PunctualityReport[]> => tx.query(judged, [office, reportTypes])
