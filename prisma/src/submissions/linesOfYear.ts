import {
  type FormId,
  type OwedCount,
  type PeriodKey,
  periodKey,
  type ReportStatus,
  type ReportType,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { isAfter, type Snapshot, snapshotOf, thisDatabase } from '../snapshots.ts'
import { col, rowOf, statement } from '../statement.ts'
import { lateAfter } from './lineQuery.ts'

/** What an overview says of an obligation. It does not say whether it is late: that depends on the clock. */
export interface OwedLine extends Omit<OwedCount, 'count' | 'late'> {
  id: string
  office: string
  reportType: ReportType
  period: PeriodKey
  submission: string | null
  /** In milliseconds: from then on it is late; `-Infinity` where it is, `null` where it cannot become it. */
  lateAfter: number | null
}
/** Of one office, by form and period. Never changed: other lines are another list. */
export type LinesOfOffice = readonly OwedLine[]
type LinesOfYear = ReadonlyMap<string, LinesOfOffice>

const ofYear = `FROM report_line l WHERE l.list = 'obligation' AND l.practice = $1 AND l.period = ANY ($2)`
const columns = `l.id, l.office_id AS office, l.report_type AS "reportType", l.form, l.period, l.submission_id AS submission, l.status,
  l.number > 1 AS again, floor(extract(epoch FROM ${lateAfter}) * 1000)::float8 AS "lateAfter"`
const owedLine = rowOf<OwedLine>({
  id: col.uuid,
  office: col.uuid,
  reportType: col.text.as<ReportType>(),
  form: col.text.as<FormId>(),
  period: col.text,
  submission: col.uuid.orNull,
  status: col.text.as<ReportStatus>(),
  again: col.bool.notNull('of a NOT NULL column'),
  lateAfter: col.float8.orNull,
})
const allLines = statement('overview-lines', `SELECT ${columns} ${ofYear}`, owedLine)
const someLines = statement('overview-lines-changed', `SELECT ${columns} ${ofYear} AND l.id = ANY ($3)`, owedLine)

// `xmin`: the transaction that wrote a row as it is, known of each row whatever wrote it.
const changes = statement(
  'overview-changes',
  `SELECT ${thisDatabase} AS database, pg_current_snapshot()::text AS snapshot,
          pg_current_xact_id_if_assigned() IS NOT NULL AS writes, count(*)::int AS count,
          COALESCE(array_agg(l.id) FILTER (WHERE age(l.xmin) <= (SELECT age($3::xid8::xid))), '{}') AS changed ${ofYear}`,
  {
    database: col.text.notNull('there is one'),
    snapshot: col.text.notNull('there is one'),
    writes: col.bool.notNull('a test for null'),
    count: col.int4.notNull('a count'),
    changed: col.uuids.notNull('coalesced'),
  },
)

interface Known {
  database: string
  snapshot: Snapshot
  lines: LinesOfYear
  /** Of all of them. */
  count: number
}
/** By year and practice. */
const known = memory<Known>(2)

const periodsOf = (year: number, practice: boolean): PeriodKey[] =>
  ([null, 1, 2, 3, 4] as const).map(quarter => periodKey({ year, quarter, practice }))

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
const inOrder = (lines: OwedLine[]): LinesOfOffice =>
  lines.sort((a, b) => before(a.form, b.form) || before(a.period, b.period) || before(a.id, b.id))
const byOffice = (lines: OwedLine[]) => Map.groupBy(lines, ({ office }) => office)
const byOfficeInOrder = (lines: OwedLine[]): LinesOfYear =>
  new Map([...byOffice(lines)].map(([office, own]) => [office, inOrder(own)]))

/** In place of those with these ids the lines as they are now; null where others are gone, too. */
const withChanged = (
  { lines }: Known,
  { changed, count }: { changed: readonly string[]; count: number },
  now: OwedLine[],
): LinesOfYear | null => {
  const gone = new Set(changed)
  const isGone = ({ id }: OwedLine) => gone.has(id)
  const found = byOffice(now)
  const result = new Map<string, LinesOfOffice>()
  let unchanged = 0
  for (const [office, own] of lines) {
    const kept = own.some(isGone) ? own.filter(line => !isGone(line)) : own
    unchanged += kept.length
    const more = found.get(office)
    found.delete(office)
    if (more !== undefined || kept.length > 0) result.set(office, more ? inOrder([...kept, ...more]) : kept)
  }
  for (const [office, more] of found) result.set(office, inOrder(more))
  return unchanged === count - changed.length ? result : null
}

/**
 * What is owed in a year, by office. A process keeps what it read last, and proves with each reading what of it still is so: a row
 * that is there now and was written by a transaction that was over before the last reading began was seen by it. Each other one is
 * read again, and where fewer are left than were kept (something was taken away) everything is.
 */
export const linesOfYear = async (
  tx: Queryable,
  { year, practice }: { year: number; practice: boolean },
): Promise<LinesOfYear> => {
  const key = `${year} ${practice}`
  const ask = [practice, periodsOf(year, practice)]
  const kept = known.get(key)
  const [now] = await tx.query(changes, [...ask, kept?.snapshot.xmin ?? null])
  if (!now) throw new Error('a count has one row')
  // what it wrote itself may be undone
  if (now.writes) return byOfficeInOrder(await tx.query(allLines, ask))
  const { database } = now
  const snapshot = snapshotOf(now.snapshot)
  const told = kept?.database === database && isAfter(snapshot, kept.snapshot) ? kept : undefined
  const { changed } = now
  let lines: LinesOfYear | null = null
  if (told && changed.length === 0 && told.count === now.count) lines = told.lines
  else if (told && changed.length <= now.count / 4)
    lines = withChanged(told, now, changed.length === 0 ? [] : await tx.query(someLines, [...ask, changed]))
  lines ??= byOfficeInOrder(await tx.query(allLines, ask))
  let count = 0
  for (const own of lines.values()) count += own.length
  known.set(key, { database, snapshot, lines, count })
  return lines
}
