import { statuses as allStatuses, type ReportType, reportStatuses } from '@sepakat/rules'
import { lowestId } from '../lowestId.ts'
import type { LineCursor } from './lineCursor.ts'

/** Of the tables whose rows are lines of a list: what differs between them. */
const tables = {
  obligation: {
    counts: 'true',
    due: 'COALESCE(l.extended_to, l.due_at)',
    reportType: `split_part(l.form, '/', 1)`,
    statuses: reportStatuses,
    late: (now: string) => `CASE l.status WHEN 'not-begun' THEN COALESCE(l.extended_to, l.due_at) < ${now}
      ELSE (SELECT ${lateSubmission('s', now, 'COALESCE(l.extended_to, l.due_at)')} FROM submission s WHERE s.id = l.submission_id) END`,
  },
  submission: {
    /** Values from before the system are no report that somebody filed. */
    counts: `l.origin = 'filed'`,
    due: `COALESCE(l.due_at, 'infinity')`,
    reportType: 'l.report_type',
    statuses: [...allStatuses],
    late: (now: string) => lateSubmission('l', now, 'l.due_at'),
  },
}
export type LineTable = keyof typeof tables

/** As `isLate` says it, for a row `s` of submission; null where nothing is due. */
export const lateSubmission = (s: string, now: string, due: string): string => `CASE
  WHEN ${s}.number > 1 AND ${s}.status <> 'returned' THEN COALESCE(${s}.submitted_at > ${s}.return_due_at, false)
  WHEN ${s}.number > 1 THEN ${s}.return_due_at < ${now}
  WHEN ${s}.status = 'returned' THEN COALESCE(${s}.return_due_at, ${due}) < ${now}
  WHEN ${s}.status IN ('draft', 'signing') THEN ${due} < ${now}
  ELSE COALESCE((SELECT v.at FROM revision v WHERE v.submission_id = ${s}.id AND v.n = 1) > ${due}, false)
    OR COALESCE(${s}.submitted_at > ${s}.return_due_at, false) END`

export interface LineAsk {
  /** To what the list is cut; null: all. */
  reach: { offices: string[] | null; reportTypes: ReportType[] | null }
  practice: boolean
  statuses?: string[]
  reportType?: ReportType
  form?: string
  /** Any of these. */
  forms?: string[]
  /** Itself and below. */
  office?: string
  period?: string
  year?: number
  /** In the names of offices; `forms` are those whose title has it. */
  q?: { text: string; forms: string[] }
  late?: boolean
  /** Claimed by this person, at whichever post. */
  claimedBy?: string
  after: LineCursor | null
  limit: number
  now: Date
  /** The day of `now` in the region's zone, as 2026-03-31. */
  today: string
}

/** A named statement over the rows of a list, in its order, more than `limit` where there are: `l.*` and `due`. */
export interface LineQuery {
  name: string
  sql: string
  values: unknown[]
  /** SQL: the day that was asked for, a parameter of the statement. */
  today: string
}

/** So many rows are read, one more than a page: said in the text, since a plan for any number of rows is a dear one. */
const read = (limit: number): number => 1 + ([50, 200].find(page => limit <= page) ?? limit)

const first: LineCursor = { due: '-infinity', id: lowestId }
const likely = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Each filter that narrows strongly drives the list by an index of its own in the order of the list, so that a page costs
 * the same in a large table: offices by office and status, a year by year and status, a status by status, one form in one
 * period as a whole, and everything by due date. The name says which filters the text has, so equal names have equal texts.
 */
export const lineQuery = (table: LineTable, ask: LineAsk): LineQuery => {
  const { counts, due, reportType, statuses, late } = tables[table]
  const values: unknown[] = []
  const p = (value: unknown): string => `$${values.push(value)}`
  const flags: string[] = []
  const where: string[] = []
  const today = `${p(ask.today)}::date`
  const when = (flag: string, present: boolean, condition: () => string): void => {
    if (!present) return
    flags.push(flag)
    where.push(condition())
  }
  const { reach, form, period, office, q } = ask
  const year = ask.year?.toString() ?? period?.slice(0, 4)
  const byOffice = reach.offices !== null || office !== undefined || q !== undefined
  const after = ask.after ?? first
  const limit = read(ask.limit)
  where.push(
    counts,
    `l.practice = ${p(ask.practice)}`,
    `(${due}, l.id) > (${p(after.due)}::timestamptz, ${p(after.id)}::uuid)`,
  )
  when('t', reach.reportTypes !== null, () => `${reportType} = ANY (${p(reach.reportTypes)}::text[])`)
  when('r', ask.reportType !== undefined, () => `${reportType} = ${p(ask.reportType)}`)
  when('f', form !== undefined, () => `l.form = ${p(form)}`)
  when('v', ask.forms !== undefined, () => `l.form = ANY (${p(ask.forms)}::text[])`)
  when('y', year !== undefined, () => `left(l.period, 4) = ${p(year)}`)
  when('p', period !== undefined, () => `l.period = ${p(period)}`)
  when('l', ask.late !== undefined, () => `COALESCE(${late(p(ask.now))}, false) = ${p(ask.late)}`)

  const rows = (...more: string[]): string =>
    `SELECT l.*, ${due} AS due FROM ${table} l WHERE ${[...where, ...more].join(' AND ')} ORDER BY ${due}, l.id LIMIT ${limit}`
  const inStatus = (): string => `l.status = ANY (${p(ask.statuses ?? statuses)}::text[])`
  /** One by one: how many are in an array PostgreSQL cannot know before, finds a plan for any of them dear, and plans each page again. */
  const merged = (...more: string[]): string => {
    const each = (ask.statuses ?? statuses).map(status => `(${p(status)}::text)`)
    return `(VALUES ${each.join(', ')}) AS st(status) CROSS JOIN LATERAL (${rows('l.status = st.status', ...more)}) l`
  }
  const named = (driver: string, sql: string): LineQuery => ({
    name: `${table}-${driver}-${flags.join('')}-${(ask.statuses ?? statuses).length}-${limit}`,
    sql: `SELECT * FROM (${sql}) l ORDER BY l.due, l.id LIMIT ${limit}`,
    values,
    today,
  })

  const found = (): string => (q === undefined ? 'true' : `(o.named OR l.form = ANY (${p(q.forms)}::text[]))`)
  if (ask.claimedBy !== undefined && table === 'submission') {
    const person = p(ask.claimedBy)
    const mine = `l.claimed_by = ANY (ARRAY(SELECT 'post:' || id FROM post WHERE person_id = ${person}
      UNION ALL SELECT 'key:' || id FROM api_key WHERE owner_id = ${person}))`
    const within = byOffice
      ? [`EXISTS (SELECT 1 FROM ${officesIn(ask, { p, flags, today })} AND o.id = l.office_id AND ${found()})`]
      : []
    return named('mine', rows(mine, inStatus(), ...within))
  }
  if (byOffice) {
    const offices = officesIn(ask, { p, flags, today })
    const inOffices = (...more: string[]): string =>
      `SELECT l.* FROM (SELECT o.* FROM ${offices}) o CROSS JOIN ${merged('l.office_id = o.id', ...more)}`
    if (q === undefined) return named('office', inOffices())
    const ofRegion = reach.offices === null && office === undefined
    if (!ofRegion || q.forms.length === 0) return named('office', inOffices(found()))
    const titled = `l.form = ANY (${p(q.forms)}::text[])`
    // Over the whole region a title is found by status, or each office would be searched for it.
    return named('title', `${inOffices('o.named', `NOT ${titled}`)} UNION ALL SELECT l.* FROM ${merged(titled)}`)
  }
  if (form !== undefined && period !== undefined) {
    const all = `SELECT l.*, ${due} AS due FROM ${table} l WHERE ${[...where, inStatus()].join(' AND ')}`
    return named('form', `WITH one AS MATERIALIZED (${all}) SELECT * FROM one`)
  }
  if (year !== undefined || ask.statuses !== undefined) return named('status', `SELECT l.* FROM ${merged()}`)
  return named('all', rows())
}

/** The offices a list is cut to, each with whether its name has the text that is sought. */
const officesIn = (
  { reach, office, q }: LineAsk,
  { p, flags, today }: { p: (value: unknown) => string; flags: string[]; today: string },
): string => {
  const where: string[] = ['true']
  if (reach.offices !== null) where.push(`o.path && ${p(reach.offices)}::uuid[]`)
  if (office !== undefined) where.push(`o.path @> ARRAY[${p(office)}::uuid]`)
  flags.push(reach.offices === null ? '' : 'm', office === undefined ? '' : 'o', q === undefined ? '' : 'q')
  if (q === undefined) return `office o WHERE ${where.join(' AND ')}`
  const text = p(likely(q.text))
  const named = `(SELECT n.name ILIKE ${text} OR n.short_name ILIKE ${text} FROM office_span n
    WHERE n.office_id = o.id AND n."from" <= ${today} ORDER BY n."from" DESC LIMIT 1)`
  const all = `(SELECT o.id, o.path, COALESCE(${named}, false) AS named FROM office o) o`
  return `${all} WHERE ${[...where, `(o.named OR cardinality(${p(q.forms)}::text[]) > 0)`].join(' AND ')}`
}
