import { type CockpitList, stuckAfter } from '@sepakat/rules'
import { lowestId } from '../lowestId.ts'
import { heldDue, owesAnswer } from '../plan/heldDue.ts'

/** Whose lines: of report types over the whole region, or of offices. */
export type CockpitDriver = 'types' | 'offices'

/** The parameters of every statement of the cockpit, behind subqueries: their values tell the planner nothing, so that one plan serves all. */
const of = (n: number, type: string): string => `(SELECT $${n}::${type})::${type}`
const types = [1, 2, 3, 4].map(n => of(n, 'text'))
const now = of(5, 'timestamptz')
/** The last two: where a page goes on. */
const lastOf: Record<CockpitDriver, [at: string, id: string]> = { types: ['$6', '$7'], offices: ['$8', '$9'] }
const after = (driver: CockpitDriver): string => {
  const [at, id] = lastOf[driver]
  return `((SELECT ${at}::timestamptz), (SELECT ${id}::uuid))`
}
/** Or now, where that is later: one place in the index to begin at, where of two conditions PostgreSQL would begin at the lower. */
const afterOrNow = (driver: CockpitDriver): string => {
  const [at, id] = lastOf[driver]
  return `((SELECT GREATEST(${at}::timestamptz, $5)), (SELECT CASE WHEN ${at}::timestamptz >= $5 THEN ${id}::uuid ELSE '${lowestId}' END))`
}
const span = (ms: number): string => `interval '${ms / 86_400_000} days'`

const drivers: Record<CockpitDriver, { from: string; line: string }> = {
  types: { from: `(VALUES ${types.map(type => `(${type})`).join(', ')}) AS d(type)`, line: 'l.report_type = d.type' },
  offices: {
    from: `(SELECT o.id FROM office o WHERE ($6::uuid[] IS NULL OR o.path && $6) AND ($7::uuid IS NULL OR o.path @> ARRAY[$7])) d`,
    line: `l.office_id = d.id AND l.report_type IN (${types.join(', ')})`,
  },
}

/** What a line says beside its own columns, as SQL. */
type Told = Partial<Record<'changed' | 'part' | 'asked' | 'reason', string>>

/** One index range of a list: lines of one status in the order of the list. */
interface Part {
  list: 'obligation' | 'submission'
  status: string
  where: string
  /** Of lines that are due from now on alone. */
  ahead?: true
  /** What the list is ordered by. */
  at?: string
  /** SQL of `l` in place of all lines: the few that can be in the list at all. */
  lines?: string
  /** SQL of a lateral `f` with what else is read, and which columns it gives. */
  facts?: { sql: string; told: Told }
}

/** What a return asks for was submitted before: it is stuck, not late. */
const neverSent = `NOT ${owesAnswer()}`
/** Of those that were not submitted; a Perubahan has no deadline. */
const unsent = (status: string): Part => ({
  list: 'obligation',
  status: `= '${status}'`,
  where: `l.number = 1 AND l.due < ${now} AND ${heldDue()} < ${now} AND ${neverSent}`,
})
const drafts = {
  told: { changed: 'f.changed_at', part: 'f.part_due_at' },
  sql: `SELECT (SELECT c.at FROM answer_change c WHERE c.submission_id = l.submission_id ORDER BY c.seq DESC LIMIT 1) AS changed_at,
  (SELECT min(c.due_at) FROM contribution c WHERE c.submission_id = l.submission_id AND c.status = 'given' AND c.due_at < ${now}) AS part_due_at`,
}
/** Until then an idle draft is stuck. */
const soon = `${now} + ${span(stuckAfter.idleBefore)}`
/** That its office asks for it to be opened again: a report that waits for the region already has its line. */
const asks = {
  told: { asked: 'f.asked_at', reason: 'f.reason' },
  sql: `SELECT max(q.at) AS asked_at, (array_agg(q.reason ORDER BY q.at DESC))[1] AS reason FROM reopen_request q WHERE q.submission_id = l.submission_id AND q.status = 'open'`,
}
const waits = `IN ('submitted', 'in-review', 'second-review')`

const parts: Record<CockpitList, Part[]> = {
  late: ['not-begun', 'draft', 'signing'].map(unsent),
  // as `stuckWhy` says it
  stuck: [
    {
      list: 'obligation',
      status: `= 'returned'`,
      where: `${heldDue()} < ${now}`,
    },
    {
      list: 'obligation',
      status: `= 'signing'`,
      where: `(${owesAnswer()} AND ${heldDue()} < ${now}) OR
        (COALESCE(${heldDue()}, 'infinity') >= ${now} AND l.status_at < ${now} - ${span(stuckAfter.signingFor)})`,
    },
    {
      list: 'obligation',
      status: `= 'draft'`,
      ahead: true,
      where: `l.due < ${soon} AND (f.part_due_at IS NOT NULL OR COALESCE(f.changed_at, l.status_at) < ${now} - ${span(stuckAfter.idleFor)})`,
      facts: drafts,
    },
    // most drafts are due later, so those with a part that is late are found by their parts
    {
      list: 'obligation',
      status: `= 'draft'`,
      ahead: true,
      lines: `(SELECT DISTINCT c.submission_id FROM contribution c WHERE c.status = 'given' AND c.due_at < ${now}) c
        JOIN submission s ON s.id = c.submission_id
        JOIN report_line l ON l.form = s.form AND l.period = s.period AND l.office_id = s.office_id AND l.submission_id = s.id`,
      where: `l.due >= ${soon}`,
      facts: drafts,
    },
    {
      list: 'obligation',
      status: `= 'not-begun'`,
      ahead: true,
      where: `l.due < ${now} + ${span(stuckAfter.notStartedBefore)}
        AND EXISTS (SELECT 1 FROM period q WHERE q.form = l.form AND q.key = l.period AND q.opens_at <= ${now})`,
    },
  ],
  waiting: [
    {
      list: 'submission',
      status: waits,
      // it does not depend on the clock, whose parameter each statement has
      where: `${now} IS NOT NULL`,
      at: 'l.submitted_at',
      facts: asks,
    },
  ],
}

interface Lines {
  driver: CockpitDriver
  limit: number
  ordered: boolean
}

const columns = (
  id: string,
  at: string,
  { changed = 'NULL', part = 'NULL', asked = 'NULL', reason = 'NULL' }: Told = {},
) =>
  `${id} AS id, ${at} AS at, l.obligation_id, l.submission_id, l.office_id, l.form, l.period, l.practice, l.number, l.status, l.due, l.extended_to,
   l.return_due_at, l.first_at, l.submitted_at, l.status_at, l.claimed_by, l.progress, l.open_notes, ${changed}::timestamptz AS changed_at,
   ${part}::timestamptz AS part_due_at, ${asked}::timestamptz AS asked_at, ${reason}::text AS reason`

const partSql = (
  { list, status, where, ahead, at = 'l.due', lines = 'report_line l', facts }: Part,
  { driver, limit, ordered }: Lines,
): string => {
  const { from, line } = drivers[driver]
  return `SELECT x.* FROM ${from} CROSS JOIN LATERAL (SELECT ${columns('l.id', at, facts?.told)} FROM ${lines}
    ${facts === undefined ? '' : `CROSS JOIN LATERAL (${facts.sql}) f`}
    WHERE l.list = '${list}' AND l.practice = false AND ${line} AND l.status ${status} AND (${where}) AND (${at}, l.id) > ${(ahead ? afterOrNow : after)(driver)}
    ${ordered ? `ORDER BY ${at}, l.id` : ''} LIMIT ${limit}) x`
}

/** Offices that ask for an approved report to be opened again wait for the region, too. */
const asked = ({ driver, limit, ordered }: Lines): string => `
  SELECT x.* FROM (SELECT ${columns('q.id', 'q.at', { asked: 'q.at', reason: 'q.reason' })}
    FROM reopen_request q JOIN report_line l ON l.list = 'submission' AND l.id = q.submission_id
    WHERE q.status = 'open' AND l.practice = false AND NOT l.status ${waits} AND l.report_type IN (${types.join(', ')}) AND (q.at, q.id) > ${after(driver)}
      ${driver === 'offices' ? `AND EXISTS (SELECT 1 FROM ${drivers.offices.from} WHERE d.id = l.office_id)` : ''}
    ${ordered ? 'ORDER BY q.at, q.id' : ''} LIMIT ${limit}) x`

/** SQL of the lines of a list, at most so many: in its order, or any of them, of which no more are read. */
export const cockpitSql = (list: CockpitList, lines: Lines): string => {
  const all = parts[list].map(part => partSql(part, lines))
  if (list === 'waiting') all.push(asked(lines))
  return `SELECT * FROM (${all.join(' UNION ALL ')}) l ${lines.ordered ? 'ORDER BY l.at, l.id' : ''} LIMIT ${lines.limit}`
}

/** SQL: how many are past due, of how many whose period is open and that were not submitted, at most so many; those due first. */
export const unsentSql = (driver: CockpitDriver, limit: number): string => {
  const { from, line } = drivers[driver]
  const all = ['not-begun', 'draft', 'signing'].map(
    status => `SELECT x.* FROM ${from} CROSS JOIN LATERAL (SELECT l.due, ${heldDue()} AS held FROM report_line l
      WHERE l.list = 'obligation' AND l.practice = false AND ${line} AND l.status = '${status}' AND l.number = 1 AND ${neverSent}
        AND (l.due < ${now} OR EXISTS (SELECT 1 FROM period q WHERE q.form = l.form AND q.key = l.period AND q.opens_at <= ${now}))
      ORDER BY l.due, l.id LIMIT ${limit}) x`,
  )
  return `SELECT count(*) FILTER (WHERE l.held < ${now})::int AS count, count(*)::int AS of
    FROM (SELECT * FROM (${all.join(' UNION ALL ')}) l ORDER BY l.due LIMIT ${limit}) l`
}
