import {
  type FormId,
  isLate,
  type Lateness,
  type PeriodKey,
  type ReportStatus,
  type ReportType,
  reportTypeOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface OverviewCell {
  office: { id: string; name: string; shortName: string }
  form: FormId
  period: PeriodKey
  submission: string | null
  status: ReportStatus
  late: boolean
}
export interface OverviewTotal {
  reportType: ReportType
  all: number
  begun: number
  submitted: number
  approved: number
  late: number
}

interface Row extends Lateness {
  officeId: string
  name: string
  shortName: string
  form: FormId
  period: PeriodKey
  submission: string | null
}

/** Every obligation of a year within reach, and how many of each report type are begun, handed in, approved, late. */
export const overview = async (
  tx: Queryable,
  ask: {
    reach: { offices: string[] | null; reportTypes: ReportType[] | null }
    year: number
    practice: boolean
    now: Date
  },
): Promise<{ totals: OverviewTotal[]; cells: OverviewCell[] }> => {
  const { reach, year, practice, now } = ask
  const rows = await tx.query<Row>(
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
    [practice, String(year), reach.offices, reach.reportTypes],
  )
  const cells = rows.map(row => ({
    office: { id: row.officeId, name: row.name, shortName: row.shortName },
    form: row.form,
    period: row.period,
    submission: row.submission,
    status: row.status,
    late: isLate(row, now),
  }))
  const byType = Map.groupBy(rows, ({ form }) => reportTypeOf(form))
  const count = (all: Row[], is: (row: Row) => boolean): number => all.filter(is).length
  const handedIn: readonly string[] = ['submitted', 'in-review', 'second-review', 'approved']
  // What is changed by a Perubahan stays approved until that is approved in its turn.
  const totals = [...byType].map(([reportType, all]) => ({
    reportType,
    all: all.length,
    begun: count(all, ({ status }) => status !== 'not-begun'),
    submitted: count(all, ({ status, number }) => number > 1 || handedIn.includes(status)),
    approved: count(all, ({ status, number }) => number > 1 || status === 'approved'),
    late: count(all, row => isLate(row, now)),
  }))
  return { totals, cells }
}
