import type { ReportType, Turnaround } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

const turnaround = statement(
  'turnaround',
  `SELECT report_type AS "reportType", month, count(*)::int AS approved, percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
          percentile_disc(0.9) WITHIN GROUP (ORDER BY seconds) AS ninetieth
   FROM (
     SELECT l.report_type, to_char(l.status_at AT TIME ZONE $3, 'YYYY-MM') AS month,
            floor(extract(epoch FROM l.status_at - l.submitted_at))::int AS seconds
     FROM report_line l WHERE l.list = 'submission' AND NOT l.practice AND left(l.period, 4) = ANY ($1)
       AND l.status = 'approved' AND l.submitted_at IS NOT NULL
   ) d WHERE left(month, 4) = $2 GROUP BY report_type, month ORDER BY report_type, month`,
  rowOf<Turnaround>({
    reportType: col.text.as<ReportType>(),
    month: col.text.notNull('its status is of an instant'),
    approved: col.int4.notNull('a count'),
    median: col.int4.notNull('of at least one'),
    ninetieth: col.int4.notNull('of at least one'),
  }),
)

/** Of what was approved in each month of a year (reports of that year and of the two before it): how long it had waited since it was last submitted. */
export const turnaroundOf = (tx: Queryable, { year, zone }: { year: number; zone: string }): Promise<Turnaround[]> =>
  tx.query(turnaround, [[year, year - 1, year - 2].map(String), String(year), zone])
