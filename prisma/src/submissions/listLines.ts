import type { ActorId, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import { type LastReminder, lastReminder } from './lastReminder.ts'
import { cursorDue, encodeLineCursor } from './lineCursor.ts'
import { type LineAsk, type LineTable, lineQuery } from './lineQuery.ts'
import type { NamedReport } from './listedReport.ts'
import type { SubmissionRecord } from './submission.ts'

/** One line of a list: what is owed, with the state of its report. */
export interface LineRow extends NamedReport {
  id: string
  /** As PostgreSQL writes it, to the microsecond. */
  dueKey: string
  obligation: string | null
  submission: string | null
  status: ReportStatus
  dueAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
  returnDueAt: Date | null
  progress: SubmissionRecord['progress']
  /** Its progress was computed before its last change. */
  stale: boolean
  openNotes: number
  claimedBy: ActorId | null
  claimedName: string | null
  submittedAt: Date | null
  /** When it was first submitted. */
  firstAt: Date | null
  statusAt: Date | null
  latestRevision: number | null
  approvedRevision: number | null
  /** The last time somebody asked the office for it. */
  reminder: LastReminder | null
}

/** What is not in the line is looked up for those of the page alone. */
const lines = (query: string, today: string): string => `
  SELECT l.id, l.due::text AS "dueKey", l.obligation_id AS obligation, l.submission_id AS submission, l.office_id AS "officeId",
    n.name AS "officeName", n.short_name AS "officeShortName", l.form, l.period, l.practice, l.number, l.status, NULLIF(l.due, 'infinity') AS "dueAt",
    q.opens_at AS "opensAt", q.closes_at AS "closesAt", l.extended_to AS "extendedTo", l.return_due_at AS "returnDueAt",
    l.submitted_at AS "submittedAt", l.first_at AS "firstAt", l.status_at AS "statusAt", l.latest_revision AS "latestRevision",
    l.approved_revision AS "approvedRevision", l.claimed_by AS "claimedBy", COALESCE(p.name, k.name) AS "claimedName", l.progress, l.stale, l.open_notes AS "openNotes",
    ${lastReminder('l.obligation_id')} AS reminder
  FROM (${query}) l CROSS JOIN LATERAL ${officeName('l.office_id', today)} n
  LEFT JOIN period q ON q.form = l.form AND q.key = l.period
  LEFT JOIN post t ON t.id = CASE WHEN l.claimed_by LIKE 'post:%' THEN substr(l.claimed_by, 6)::uuid END
  LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN api_key k ON k.id = CASE WHEN l.claimed_by LIKE 'key:%' THEN substr(l.claimed_by, 5)::uuid END
  ORDER BY l.due, l.id`

const union = 'of NOT NULL columns in both halves of a union'
const columns = rowOf<LineRow>({
  id: col.uuid.notNull(union),
  dueKey: col.text.notNull('a column that is never null, as text'),
  obligation: col.uuid.orNull,
  submission: col.uuid.orNull,
  officeId: col.uuid.notNull(union),
  officeName: col.text.notNull('an office has a name'),
  officeShortName: col.text.notNull('an office has a name'),
  form: col.text.notNull(union),
  period: col.text.notNull(union),
  practice: col.bool.notNull(union),
  number: col.int4.notNull(union),
  status: col.text.notNull(union),
  dueAt: col.timestamptz.orNull,
  opensAt: col.timestamptz.orNull,
  closesAt: col.timestamptz.orNull,
  extendedTo: col.timestamptz.orNull,
  returnDueAt: col.timestamptz.orNull,
  submittedAt: col.timestamptz.orNull,
  firstAt: col.timestamptz.orNull,
  statusAt: col.timestamptz.orNull,
  latestRevision: col.int4.orNull,
  approvedRevision: col.int4.orNull,
  claimedBy: col.text.orNull,
  claimedName: col.text.orNull,
  progress: col.jsonb.notNull(union),
  stale: col.bool.notNull(union),
  openNotes: col.int4.notNull(union),
  reminder: col.json.orNull,
})

/** The statement that lists; its name has the same parts as its text. */
export const linesStatement = (table: LineTable, ask: LineAsk): [Statement<LineRow>, values: unknown[]] => {
  const { name, sql, values, today } = lineQuery(table, ask)
  return [statement(`lines-${name}`, lines(sql, today), columns), values]
}

const linesOfIds = (table: LineTable): Statement<LineRow> =>
  statement(
    `lines-of-${table}s`,
    lines(
      `SELECT l.* FROM report_line l WHERE l.list = '${table}' AND l.id = ANY ($1)
       AND ($2::uuid[] IS NULL OR l.office_id IN (SELECT id FROM office WHERE path && $2))
       AND ($3::text[] IS NULL OR l.report_type = ANY ($3))
       AND ($5::uuid IS NULL OR l.office_id IN (SELECT id FROM office WHERE path @> ARRAY[$5]))`,
      '$4::date',
    ),
    columns,
  )

/** Those lines of these ids that are in reach, of `office` and below it, by due date. */
export const linesOf = (
  tx: Queryable,
  table: LineTable,
  { ids, reach, today, office = null }: Pick<LineAsk, 'reach' | 'today'> & { ids: string[]; office?: string | null },
): Promise<LineRow[]> => tx.query(linesOfIds(table), [ids, reach.offices, reach.reportTypes, today, office])

/** One page of obligations (with the state of their reports) or of submissions, by due date. One statement. */
export const listLines = async (
  tx: Queryable,
  table: LineTable,
  ask: LineAsk,
): Promise<{ rows: LineRow[]; next: string | null }> => {
  const found = await tx.query(...linesStatement(table, ask))
  const rows = found.slice(0, ask.limit)
  const last = rows.at(-1)
  return {
    rows,
    next: found.length > ask.limit && last ? encodeLineCursor({ due: cursorDue(last.dueKey), id: last.id }) : null,
  }
}
