import type { ContributionStatus, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { joinReport, type ListedReport, reportColumns } from '../submissions/listedReport.ts'

/** A part of a report that was handed to a unit or a person. */
export interface HandedPart extends ListedReport {
  id: string
  dueAt: Date
  status: ContributionStatus
  note: string
  at: Date
}

/** One unit is asked for few parts at a time; more than this are none that anybody would read through. */
const most = 200

// By SQL: two paths of offices are compared.
const contributionsHandedTo = statement(
  'contributions-handed-to',
  `SELECT c.id, ${reportColumns}, c.due_at AS "dueAt", c.status, c.note, c.at
   FROM contribution c ${joinReport('c.submission_id')}
   LEFT JOIN office u ON u.id = c.office_id
   WHERE c.status <> 'taken-back' AND s.status IN ('draft', 'returned')
     AND (c.person_id = $1 OR u.path && $2::uuid[] AND NOT o.path && $2::uuid[])
     AND ($3::text[] IS NULL OR s.report_type = ANY ($3))
   ORDER BY c.due_at, c.id LIMIT ${most}`,
  rowOf<HandedPart>({
    id: col.uuid,
    submission: col.uuid,
    officeId: col.uuid.notNull('of an inner join'),
    officeName: col.text.notNull('an office has a name'),
    officeShortName: col.text.notNull('an office has a name'),
    form: col.text,
    period: col.text,
    number: col.int4,
    practice: col.bool,
    reportStatus: col.text,
    dueAt: col.timestamptz,
    status: col.text,
    note: col.text,
    at: col.timestamptz,
  }),
)

/**
 * What was handed to this person, or to an office at or below these (null: to none), of the reports of other offices; while the report
 * is still open, done or not, the first due first. `reportTypes` null: of all.
 */
export const listHandedTo = (
  tx: Queryable,
  { person, offices, reportTypes }: { person: string; offices: string[] | null; reportTypes: ReportType[] | null },
): Promise<HandedPart[]> => tx.query(contributionsHandedTo, [person, offices, reportTypes])
