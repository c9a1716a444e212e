import { type ReportType, reportStatuses, reportTypeOf, reportTypes, statuses, type Timeliness } from '@sepakat/rules'
import { heldDue } from '../plan/heldDue.ts'
import type { LineCursor } from './lineCursor.ts'

/** Whose lines: of all that is owed, or of the reports that were created. */
export const lineTables = ['obligation', 'submission'] as const
export type LineTable = (typeof lineTables)[number]
const known: Record<LineTable, readonly string[]> = { obligation: reportStatuses, submission: statuses }

/** SQL: the instant after which a line `l` is late, as `isLate` says it; null where it cannot become it, `-infinity` where that no longer depends on the clock. */
export const lateAfter = `CASE
  WHEN l.status IN ('not-begun', 'draft', 'signing', 'returned') THEN ${heldDue()}
  WHEN (l.number = 1 AND l.first_at > l.due) OR l.submitted_at > l.return_due_at THEN '-infinity'::timestamptz END`

/** SQL: whether a line is late; null where it cannot become it. */
const lateLine = (now: string): string => `(${lateAfter}) < ${now}`

/**
 * SQL: when what is owed was first submitted. A line of an obligation is of its newest number, and a Perubahan changes what was approved:
 * it was the first number, whose id is that of the obligation, that came in time or late.
 */
export const firstSubmitted =
  'CASE WHEN l.number > 1 THEN (SELECT v.at FROM revision v WHERE v.submission_id = l.obligation_id AND v.n = 1) ELSE l.first_at END'

/** SQL: what was due is counted so by the leader's page and the dashboards. */
const ofTimeliness: Record<Timeliness, string> = {
  due: 'true',
  'on-time': `${firstSubmitted} <= l.due`,
  overdue: `${firstSubmitted} > l.due`,
  missing: `${firstSubmitted} IS NULL`,
}

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
  /** Of `office` alone. */
  alone?: boolean
  period?: string
  year?: number
  /** In the names of offices; `forms` are those whose title has it. */
  q?: { text: string; forms: string[] }
  late?: boolean
  timeliness?: Timeliness
  /** Claimed by this person, at whichever post. */
  claimedBy?: string
  after: LineCursor | null
  limit: number
  now: Date
  /** The day of `now` in the region's zone, as 2026-03-31. */
  today: string
}

/** A named statement over the lines of a list, in its order, more than `limit` where there are: `l.*`. */
export interface LineQuery {
  name: string
  sql: string
  values: unknown[]
  /** SQL: the day that was asked for, a parameter of the statement. */
  today: string
}

type Parameter = (
  value: unknown,
  type: 'bool' | 'date' | 'text' | 'text[]' | 'timestamptz' | 'uuid' | 'uuid[]',
) => string

/** So many rows are read, one more than a page: said in the text, since a plan for any number of rows is a dear one. */
const read = (limit: number): number => 1 + ([50, 200].find(page => limit <= page) ?? limit)

const likely = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Those that every filter leaves. */
const typesOf = ({ reach, reportType, form, forms }: LineAsk): ReportType[] =>
  reportTypes.filter(
    type =>
      (reach.reportTypes?.includes(type) ?? true) &&
      (reportType === undefined || reportType === type) &&
      (form === undefined || reportTypeOf(form) === type) &&
      (forms?.some(one => reportTypeOf(one) === type) ?? true),
  )

/**
 * Each filter that narrows strongly drives the list by an index of its own in the order of the list, so that a page costs
 * the same in a large table: offices by office and status, a year by year and status, a queue by report type and status, one form
 * in one period as a whole, and everything by due date. The name says which filters the text has, so equal names have equal texts.
 */
export const lineQuery = (table: LineTable, ask: LineAsk): LineQuery => {
  const values: unknown[] = []
  /** Behind a subquery the value tells the planner nothing, so that a plan for one page is no better than that for all, which is kept. */
  const p: Parameter = (value, type) => `(SELECT $${values.push(value)}::${type})::${type}`
  const flags: string[] = []
  // these two in the text: how many rows they leave decides the plan, which is made once for all values
  const where: string[] = [`l.list = '${table}'`, `l.practice = ${ask.practice}`]
  const today = p(ask.today, 'date')
  const when = (flag: string, present: boolean, condition: () => string): void => {
    if (!present) return
    flags.push(flag)
    where.push(condition())
  }
  const { reach, form, period, office, after } = ask
  const types = typesOf(ask)
  const q = ask.q && { ...ask.q, forms: ask.q.forms.filter(one => types.includes(reportTypeOf(one))) }
  const year = ask.year?.toString() ?? period?.slice(0, 4)
  const byOffice = reach.offices !== null || office !== undefined || q !== undefined
  const limit = read(ask.limit)
  const wanted = ask.statuses ?? known[table]
  if (ask.practice) flags.push('x')
  when('a', after !== null, () => `(l.due, l.id) > (${p(after?.due, 'timestamptz')}, ${p(after?.id, 'uuid')})`)
  when('f', form !== undefined, () => `l.form = ${p(form, 'text')}`)
  when('v', ask.forms !== undefined, () => `l.form = ANY (${p(ask.forms, 'text[]')})`)
  when('y', year !== undefined, () => `left(l.period, 4) = ${p(year, 'text')}`)
  when('p', period !== undefined, () => `l.period = ${p(period, 'text')}`)
  when(
    'l',
    ask.late !== undefined,
    () => `COALESCE(${lateLine(p(ask.now, 'timestamptz'))}, false) = ${p(ask.late, 'bool')}`,
  )
  const { timeliness } = ask
  if (timeliness !== undefined)
    when(`d${timeliness}`, true, () => `l.due < ${p(ask.now, 'timestamptz')} AND ${ofTimeliness[timeliness]}`)

  const rows = (...more: string[]): string =>
    `SELECT l.* FROM report_line l WHERE ${[...where, ...more].join(' AND ')} ORDER BY l.due, l.id LIMIT ${limit}`
  const ofTypes = (): string[] =>
    types.length === reportTypes.length ? [] : [`l.report_type = ANY (${p(types, 'text[]')})`]
  const inStatus = (): string => `l.status = ANY (${p(wanted, 'text[]')})`
  /** One by one: how many are in an array PostgreSQL cannot know before, finds a plan for any of them dear, and plans each page again. */
  const merged = (each: string, of: string[], more: string[]): string =>
    `(VALUES ${of.join(', ')}) AS st(${each}) CROSS JOIN LATERAL (${rows('l.status = st.status', ...more)}) l`
  const byStatus = (...more: string[]): string =>
    merged(
      'status',
      wanted.map(status => `(${p(status, 'text')})`),
      [...ofTypes(), ...more],
    )
  const byTypeAndStatus = (of: ReportType[], ...more: string[]): string =>
    merged(
      'type, status',
      of.flatMap(type => wanted.map(status => `(${p(type, 'text')}, ${p(status, 'text')})`)),
      ['l.report_type = st.type', ...more],
    )
  const named = (driver: string, sql: string): LineQuery => ({
    name: `${table}-${driver}-${flags.join('')}-${types.length}-${wanted.length}-${limit}`,
    sql: `SELECT * FROM (${sql}) l ORDER BY l.due, l.id LIMIT ${limit}`,
    values,
    today,
  })

  const found = (): string => (q === undefined ? 'true' : `(o.named OR l.form = ANY (${p(q.forms, 'text[]')}))`)
  if (ask.claimedBy !== undefined && table === 'submission') {
    const person = p(ask.claimedBy, 'uuid')
    const mine = `l.claimed_by = ANY (ARRAY(SELECT 'post:' || id FROM post WHERE person_id = ${person}
      UNION ALL SELECT 'key:' || id FROM api_key WHERE owner_id = ${person}))`
    const within = byOffice
      ? [
          `EXISTS (SELECT 1 FROM ${officesIn({ ...ask, q }, { p, flags, today })} AND o.id = l.office_id AND ${found()})`,
        ]
      : []
    return named('mine', rows(mine, inStatus(), ...ofTypes(), ...within))
  }
  if (byOffice) {
    const offices = officesIn({ ...ask, q }, { p, flags, today })
    const inOffices = (...more: string[]): string =>
      `SELECT l.* FROM (SELECT o.* FROM ${offices}) o CROSS JOIN ${byStatus('l.office_id = o.id', ...more)}`
    if (q === undefined) return named('office', inOffices())
    const ofRegion = reach.offices === null && office === undefined
    if (!ofRegion || q.forms.length === 0) return named('office', inOffices(found()))
    const titled = `l.form = ANY (${p(q.forms, 'text[]')})`
    // Over the whole region a title is found by type and status, or each office would be searched for it.
    const ofTitle = types.filter(type => q.forms.some(one => reportTypeOf(one) === type))
    const sql = `${inOffices('o.named', `NOT ${titled}`)} UNION ALL SELECT l.* FROM ${byTypeAndStatus(ofTitle, titled)}`
    return named(`title${ofTitle.length}`, sql)
  }
  if (form !== undefined && period !== undefined) {
    const all = `SELECT l.* FROM report_line l WHERE ${[...where, inStatus(), ...ofTypes()].join(' AND ')}`
    return named('form', `WITH one AS MATERIALIZED (${all}) SELECT * FROM one`)
  }
  if (year !== undefined || types.length === 0) return named('year', `SELECT l.* FROM ${byStatus()}`)
  if (ask.statuses !== undefined || types.length < reportTypes.length)
    return named('queue', `SELECT l.* FROM ${byTypeAndStatus(types)}`)
  return named('all', rows())
}

/** The offices a list is cut to, each with whether its name has the text that is sought. */
const officesIn = (
  { reach, office, alone = false, q }: LineAsk,
  { p, flags, today }: { p: Parameter; flags: string[]; today: string },
): string => {
  const where: string[] = ['true']
  if (reach.offices !== null) where.push(`o.path && ${p(reach.offices, 'uuid[]')}`)
  if (office !== undefined) where.push(alone ? `o.id = ${p(office, 'uuid')}` : `o.path @> ARRAY[${p(office, 'uuid')}]`)
  flags.push(
    reach.offices === null ? '' : 'm',
    office === undefined ? '' : alone ? 'i' : 'o',
    q === undefined ? '' : 'q',
  )
  if (q === undefined) return `office o WHERE ${where.join(' AND ')}`
  const text = p(likely(q.text), 'text')
  const named = `(SELECT n.name ILIKE ${text} OR n.short_name ILIKE ${text} FROM office_span n
    WHERE n.office_id = o.id AND n."from" <= ${today} ORDER BY n."from" DESC LIMIT 1)`
  const all = `(SELECT o.id, o.path, COALESCE(${named}, false) AS named FROM office o) o`
  return `${all} WHERE ${[...where, `(o.named OR cardinality(${p(q.forms, 'text[]')}) > 0)`].join(' AND ')}`
}
