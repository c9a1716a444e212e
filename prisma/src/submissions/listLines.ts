import type { ActorId, ReportStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { instantText } from '../history/instantText.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import { encodeLineCursor } from './lineCursor.ts'
import { type LineAsk, type LineTable, lineQuery } from './lineQuery.ts'
import type { NamedReport } from './listedReport.ts'
import type { SubmissionRecord } from './submission.ts'

/** One line of a list: what is owed, with the state of its report. */
export interface LineRow extends NamedReport {
  id: string
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
  version: number | null
  progressVersion: number | null
  openNotes: number
  claimedBy: ActorId | null
  claimedName: string | null
  submittedAt: Date | null
  /** When it was first submitted. */
  firstAt: Date | null
  statusAt: Date | null
  latestRevision: number | null
  approvedRevision: number | null
}

const dueKey = (l: string): string =>
  `CASE WHEN isfinite(${l}.due) THEN ${instantText(`${l}.due`)} ELSE 'infinity' END AS "dueKey"`

const claimedName = `CASE
  WHEN s.claimed_by LIKE 'post:%' THEN (SELECT p.name FROM post t JOIN person p ON p.id = t.person_id WHERE t.id = substr(s.claimed_by, 6)::uuid)
  WHEN s.claimed_by LIKE 'key:%' THEN (SELECT k.name FROM api_key k WHERE k.id = substr(s.claimed_by, 5)::uuid) END AS "claimedName"`

/** Columns of a line: `l` is the row of the list, `s` its submission. */
const common = (
  l: string,
): string => `${l}.id, ${dueKey(l)}, o.id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName",
  ${l}.form, ${l}.period, ${l}.practice, ${l}.status, q.opens_at AS "opensAt", q.closes_at AS "closesAt", s.return_due_at AS "returnDueAt",
  s.version, s.progress_version AS "progressVersion", s.claimed_by AS "claimedBy", ${claimedName},
  s.submitted_at AS "submittedAt", v.at AS "firstAt", s.status_at AS "statusAt", s.latest_revision AS "latestRevision", s.approved_revision AS "approvedRevision",
  COALESCE(s.progress, '{}') AS progress, COALESCE(s.number, 1) AS number,
  (SELECT count(*)::int FROM note m WHERE m.submission_id = s.id AND m.status = 'open') AS "openNotes"`

const joined = (l: string, today: string): string => `JOIN office o ON o.id = ${l}.office_id
  CROSS JOIN LATERAL ${officeName('o.id', today)} n
  LEFT JOIN period q ON q.form = ${l}.form AND q.key = ${l}.period
  LEFT JOIN revision v ON v.submission_id = s.id AND v.n = 1`

const lines: Record<LineTable, (query: string, today: string) => string> = {
  obligation: (query, today) => `
    SELECT ${common('l')}, l.id AS obligation, s.id AS submission, l.due AS "dueAt", l.extended_to AS "extendedTo"
    FROM (${query}) l LEFT JOIN submission s ON s.id = l.submission_id ${joined('l', today)} ORDER BY l.due, l.id`,
  submission: (query, today) => `
    SELECT ${common('s')}, b.id AS obligation, s.id AS submission, s.due_at AS "dueAt", b.extended_to AS "extendedTo"
    FROM (${query}) s ${joined('s', today)}
    LEFT JOIN obligation b ON b.office_id = s.office_id AND b.form = s.form AND b.period = s.period ORDER BY s.due, s.id`,
}

const none = 'obligations without a report'
const union = 'of NOT NULL columns in both halves of a union'
const columns = rowOf<LineRow>({
  id: col.uuid.notNull(union),
  dueKey: col.text.notNull('a text in both branches'),
  officeId: col.uuid,
  officeName: col.text.notNull('an office has a name'),
  officeShortName: col.text.notNull('an office has a name'),
  form: col.text.notNull(union),
  period: col.text.notNull(union),
  practice: col.bool.notNull(union),
  status: col.text.notNull(union),
  opensAt: col.timestamptz.orNull,
  closesAt: col.timestamptz.orNull,
  returnDueAt: col.timestamptz.orNull,
  version: col.int4.orNullElsewhere(none),
  progressVersion: col.int4.orNullElsewhere(none),
  claimedBy: col.text.orNull,
  claimedName: col.text.orNull,
  submittedAt: col.timestamptz.orNull,
  firstAt: col.timestamptz.orNull,
  statusAt: col.timestamptz.orNullElsewhere(none),
  latestRevision: col.int4.orNull,
  approvedRevision: col.int4.orNull,
  progress: col.jsonb.notNull('coalesced'),
  number: col.int4.notNull('coalesced'),
  openNotes: col.int4.notNull('a count'),
  obligation: col.uuid.orNullElsewhere('reports that nobody owes'),
  submission: col.uuid.orNullElsewhere(none),
  dueAt: col.timestamptz.orNull,
  extendedTo: col.timestamptz.orNull,
})

/** The statement that lists; its name has the same parts as its text. */
export const linesStatement = (table: LineTable, ask: LineAsk): [Statement<LineRow>, values: unknown[]] => {
  const { name, sql, values, today } = lineQuery(table, ask)
  return [statement(`lines-${name}`, lines[table](sql, today), columns), values]
}

/** One page of obligations (with the state of their reports) or of submissions, by due date. One statement. */
export const listLines = async (
  tx: Queryable,
  table: LineTable,
  ask: LineAsk,
): Promise<{ rows: LineRow[]; next: string | null }> => {
  const found = await tx.query(...linesStatement(table, ask))
  const rows = found.slice(0, ask.limit)
  const last = rows.at(-1)
  return { rows, next: found.length > ask.limit && last ? encodeLineCursor({ due: last.dueKey, id: last.id }) : null }
}
