import {
  type FormId,
  type NoticeReport,
  type PeriodKey,
  type ReportStatus,
  type ReportType,
  reportTypes,
  takenUntil,
} from '@sepakat/rules'
import { dayOf } from '@sepakat/rules/periods/dates.ts'
import type { Queryable } from '../database.ts'
import { heldDue } from '../plan/heldDue.ts'
import { col, rowOf, statement } from '../statement.ts'

interface Told extends Omit<NoticeReport, 'due' | 'since' | 'closes'> {
  due: Date | null
  statusAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
  returnDueAt: Date | null
}

const withOffice = ['not-begun', 'draft']
// the due date of the first two may be that of an answer
const withOthers = ['signing', 'returned', 'submitted', 'in-review', 'second-review']

/** By type and status, in the order of the index of queues: what was approved is by far the most and is not read. */
const lines = (statuses: string, more: string): string => `
  SELECT l.* FROM unnest($1::text[]) AS t(type) CROSS JOIN unnest(${statuses}::text[]) AS st(status) CROSS JOIN LATERAL (
    SELECT l.* FROM report_line l WHERE l.list = 'obligation' AND l.practice = false AND l.report_type = t.type AND l.status = st.status ${more}) l`

const reportsToTellSql = statement(
  'reports-to-tell',
  `SELECT l.obligation_id AS obligation, l.submission_id AS submission, n.name AS office, o.path::text[] AS "officePath", l.report_type AS "reportType",
     l.form, l.period, l.number, l.status, l.status_at AS "statusAt", l.claimed_by AS "claimedBy", l.extended_to AS "extendedTo", q.closes_at AS "closesAt",
     l.return_due_at AS "returnDueAt", ${heldDue()} AS due
   FROM (${lines('$2', 'AND l.due < $4')} UNION ALL ${lines('$3', '')}) l
   JOIN office o ON o.id = l.office_id JOIN office_now n ON n.id = l.office_id
   LEFT JOIN period q ON q.form = l.form AND q.key = l.period
   ORDER BY n.name, l.form, l.period, l.obligation_id`,
  rowOf<Told>({
    obligation: col.uuid.orNull,
    submission: col.uuid.orNull,
    office: col.text.notNull('an office has a name'),
    officePath: col.texts.notNull('of NOT NULL columns'),
    reportType: col.text.as<ReportType>().notNull('of NOT NULL columns'),
    form: col.text.as<FormId>().notNull('of NOT NULL columns'),
    period: col.text.as<PeriodKey>().notNull('of NOT NULL columns'),
    number: col.int4.notNull('of NOT NULL columns'),
    status: col.text.as<ReportStatus>().notNull('of NOT NULL columns'),
    statusAt: col.timestamptz.orNull,
    claimedBy: col.text.orNull,
    extendedTo: col.timestamptz.orNull,
    returnDueAt: col.timestamptz.orNull,
    closesAt: col.timestamptz.orNull,
    due: col.timestamptz.orNull,
  }),
)

/** What is owed and not approved and was due before an instant, and what waits to be reviewed; no practice. Days in the zone. */
export const reportsToTell = async (tx: Queryable, before: Date, zone: string): Promise<NoticeReport[]> => {
  const rows = await tx.query(reportsToTellSql, [reportTypes, withOffice, withOthers, before])
  return rows.map(({ statusAt, closesAt, extendedTo, returnDueAt, due, ...report }) => {
    const closes = takenUntil({ ...report, closesAt, extendedTo, returnDueAt })
    return {
      ...report,
      due: due && dayOf(due, zone),
      since: statusAt && dayOf(statusAt, zone),
      closes: closes && dayOf(closes, zone),
    }
  })
}
