import { type ActorId, type CockpitList, mostCounted, type Reach, type ReportStatus, reportTypes } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { lowestId } from '../lowestId.ts'
import { officeName } from '../offices/officeName.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import { type LastReminder, lastReminder } from '../submissions/lastReminder.ts'
import { cursorDue, encodeLineCursor, type LineCursor } from '../submissions/lineCursor.ts'
import type { NamedReport } from '../submissions/listedReport.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'
import { type CockpitDriver, cockpitSql, unsentSql } from './cockpitParts.ts'

/** A line that a coordinator follows. */
export interface CockpitRow extends NamedReport {
  /** Of the line, or of the request to open the report again. */
  id: string
  /** What its list is ordered by, as PostgreSQL writes it. */
  atKey: string
  officePath: string[]
  obligation: string | null
  submission: string | null
  status: ReportStatus
  dueAt: Date | null
  opensAt: Date | null
  /** When its period closes, and to when this one was extended. */
  closesAt: Date | null
  extendedTo: Date | null
  returnDueAt: Date | null
  /** When it was first submitted. */
  firstAt: Date | null
  submittedAt: Date | null
  statusAt: Date | null
  claimedBy: ActorId | null
  claimedName: string | null
  progress: SubmissionRecord['progress']
  openNotes: number
  /** Of a draft that may be stuck: its last change, and the first date of a part that passed. */
  changedAt: Date | null
  partDueAt: Date | null
  /** When and why its office asks for it to be opened again. */
  askedAt: Date | null
  reason: string | null
  reminder: LastReminder | null
}

/** A list reads a page at a time, and says how many lines it has. */
const cockpitPage = 20

const union = 'of NOT NULL columns in all parts of a union'
const row = rowOf<CockpitRow>({
  id: col.uuid.notNull(union),
  atKey: col.text.notNull('each list has what it is ordered by'),
  officeId: col.uuid.notNull(union),
  officeName: col.text.notNull('an office has a name'),
  officeShortName: col.text.notNull('an office has a name'),
  officePath: col.uuids.notNull('of a NOT NULL column that is a list'),
  obligation: col.uuid.orNull,
  submission: col.uuid.orNull,
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
  firstAt: col.timestamptz.orNull,
  submittedAt: col.timestamptz.orNull,
  statusAt: col.timestamptz.orNull,
  claimedBy: col.text.orNull,
  claimedName: col.text.orNull,
  progress: col.jsonb.notNull(union),
  openNotes: col.int4.notNull(union),
  changedAt: col.timestamptz.orNull,
  partDueAt: col.timestamptz.orNull,
  askedAt: col.timestamptz.orNull,
  reason: col.text.orNull,
  reminder: col.json.orNull,
})

/** What a line does not say is looked up for those of the page alone. */
const page = (sql: string): string => `
  SELECT l.id, l.at::text AS "atKey", l.office_id AS "officeId", n.name AS "officeName", n.short_name AS "officeShortName",
    o.path AS "officePath", l.obligation_id AS obligation, l.submission_id AS submission, l.form, l.period, l.practice, l.number, l.status,
    NULLIF(l.due, 'infinity') AS "dueAt", q.opens_at AS "opensAt",
    q.closes_at AS "closesAt", l.extended_to AS "extendedTo", l.return_due_at AS "returnDueAt", l.first_at AS "firstAt", l.submitted_at AS "submittedAt",
    l.status_at AS "statusAt", l.claimed_by AS "claimedBy", COALESCE(p.name, k.name) AS "claimedName", l.progress, l.open_notes AS "openNotes",
    l.changed_at AS "changedAt", l.part_due_at AS "partDueAt", l.asked_at AS "askedAt", l.reason, ${lastReminder('l.obligation_id')} AS reminder
  FROM (${sql}) l JOIN office o ON o.id = l.office_id CROSS JOIN LATERAL ${officeName('o.id')} n
  LEFT JOIN period q ON q.form = l.form AND q.key = l.period
  LEFT JOIN post t ON t.id = CASE WHEN l.claimed_by LIKE 'post:%' THEN substr(l.claimed_by, 6)::uuid END
  LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN api_key k ON k.id = CASE WHEN l.claimed_by LIKE 'key:%' THEN substr(l.claimed_by, 5)::uuid END
  ORDER BY l.at, l.id`

const counted = { count: col.int4.notNull('a count'), of: col.int4.notNull('a count') }
/** One of each has to be read more than is counted, so that it is known that there are more. */
const most = mostCounted + 1
/** What waits is counted along its own index. What is stuck in any order: PostgreSQL takes little of it for stuck, and would sort all of it. */
const countSql = (list: CockpitList, driver: CockpitDriver): string =>
  list === 'late'
    ? unsentSql(driver, most)
    : `SELECT count(*)::int AS count, count(*)::int AS of FROM (${cockpitSql(list, { driver, limit: most, ordered: list === 'waiting' })}) l`

const made = <Row extends object>(make: (list: CockpitList, driver: CockpitDriver) => Statement<Row>) => {
  const ofList = (list: CockpitList) => ({ types: make(list, 'types'), offices: make(list, 'offices') })
  return { late: ofList('late'), stuck: ofList('stuck'), waiting: ofList('waiting') }
}
const pages = made((list, driver) =>
  statement(
    `cockpit-${list}-${driver}`,
    page(cockpitSql(list, { driver, limit: cockpitPage + 1, ordered: true })),
    row,
  ),
)
const counts = made((list, driver) => statement(`cockpit-${list}-${driver}-count`, countSql(list, driver), counted))

export interface CockpitAsk {
  list: CockpitList
  reach: Reach
  reportType?: string | undefined
  /** Itself and below. */
  office?: string | undefined
  after: LineCursor | null
  now: Date
}

/** A page of one list in its order. `total` of its first page: how many there are, at most one more than is counted. */
export const cockpitLines = async (
  tx: Queryable,
  { list, reach, reportType, office, after, now }: CockpitAsk,
): Promise<{ rows: CockpitRow[]; next: string | null; total: { count: number; of: number } | null }> => {
  const wanted = (type: string) =>
    (reach.reportTypes?.some(one => one === type) ?? true) && (reportType ?? type) === type
  const types = reportTypes.map(type => (wanted(type) ? type : null))
  const driver = reach.offices === null && office === undefined ? 'types' : 'offices'
  const base = [...types, now, ...(driver === 'types' ? [] : [reach.offices, office ?? null])]
  const first = ['-infinity', lowestId]
  const [found, [total]] = await Promise.all([
    tx.query(pages[list][driver], [...base, ...(after ? [after.due, after.id] : first)]),
    after ? [null] : tx.query(counts[list][driver], list === 'late' ? base : [...base, ...first]),
  ])
  const rows = found.slice(0, cockpitPage)
  const last = rows.at(-1)
  const next = found.length > cockpitPage && last ? encodeLineCursor({ due: cursorDue(last.atKey), id: last.id }) : null
  return { rows, next, total: total ?? null }
}
