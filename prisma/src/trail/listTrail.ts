// The events of all streams as one list, newest first. By SQL: each filter drives it by an index of its own, of each kind in the order
// of time, so that a page costs the same in a large table. No index is in the order of time alone: PostgreSQL would walk it for a kind
// that is rare, to the end.
import { type EventType, eventTypes } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { instantText } from '../history/instantText.ts'
import { submissionStream } from '../history/streams.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import type { TrailCursor } from './trailCursor.ts'

export interface TrailAsk {
  /** Of these types. */
  types?: readonly EventType[] | undefined
  /** Done by this person, at whatever post and by whatever key of theirs. */
  actor?: string | undefined
  /** About this person: the account, the posts, what was tried in the name. */
  person?: string | undefined
  /** Of this office and those below. */
  office?: string | undefined
  /** Of this report, with who read it. */
  submission?: string | undefined
  /** Not before this instant, and before that one. */
  from?: Date | undefined
  to?: Date | undefined
  after: TrailCursor | null
  limit: number
}

export interface TrailEvent {
  stream: string
  seq: number
  type: EventType
  at: Date
  /** To the microsecond, for the cursor. */
  atText: string
  actor: string
  data: Record<string, unknown>
  hash: string
  officeId: string | null
}

const columns = rowOf<TrailEvent>({
  stream: col.text,
  seq: col.int4,
  type: col.text.as<EventType>(),
  at: col.timestamptz,
  atText: col.text.notNull('of a NOT NULL column'),
  actor: col.text,
  data: col.jsonb.as<TrailEvent['data']>().notNull('of a NOT NULL column'),
  hash: col.text,
  officeId: col.uuid.orNull,
})

type Parameter = (value: unknown, type: 'int' | 'text' | 'text[]' | 'timestamptz' | 'uuid') => string

/** So many rows are read, one more than a page: said in the text, since a plan for any number of rows is a dear one. */
const read = (limit: number): number => 1 + ([50, 200].find(page => limit <= page) ?? limit)
const readingOf = (report: string): string =>
  `e.type IN ('submission.read', 'attachment.read') AND e.data ->> 'submission' = ${report}`

/** What a filter says of a line `e`, and how the list is driven by it: `of` its values `k`, `is` the one that a line has. */
interface Filter {
  fits: string
  of?: string
  is?: string
}
const filters = ['submission', 'actor', 'person', 'office'] as const

const filtersOf = (ask: TrailAsk, p: Parameter): Record<(typeof filters)[number], () => Filter> => ({
  submission: () => {
    const report = p(ask.submission && submissionStream(ask.submission).slice('submission/'.length), 'text')
    return { fits: `(e.stream = 'submission/' || ${report} OR (${readingOf(report)}))` }
  },
  actor: () => {
    const person = p(ask.actor, 'uuid')
    const of = `(SELECT 'post:' || id AS key FROM post WHERE person_id = ${person}
      UNION ALL SELECT 'key:' || id FROM api_key WHERE owner_id = ${person})`
    return { of, is: 'e.actor = k.key', fits: `e.actor IN ${of}` }
  },
  person: () => {
    const person = p(ask.person, 'text')
    return {
      of: `(SELECT ${person} AS key)`,
      is: `e.data ->> 'person' = k.key`,
      fits: `e.data ->> 'person' = ${person}`,
    }
  },
  office: () => {
    const of = `(SELECT id AS key FROM office WHERE path @> ARRAY[${p(ask.office, 'uuid')}])`
    return { of, is: 'e.office_id = k.key', fits: `e.office_id IN ${of}` }
  },
})

/**
 * The statement that lists; its name has the same parts as its text. The first filter drives the list, the others are asked of its
 * lines: the newest of each kind, and of each of its values, are merged.
 */
const trailStatement = (ask: TrailAsk): [Statement<TrailEvent>, values: unknown[]] => {
  const values: unknown[] = []
  const p: Parameter = (value, type) => `$${values.push(value)}::${type}`
  const says = filtersOf(ask, p)
  const [driver, ...others] = filters.filter(name => ask[name] !== undefined)
  const driving = driver && says[driver]()
  const flags: string[] = [driver ?? 'all', ...others]
  const where: string[] = others.map(name => says[name]().fits)
  const when = (flag: string, present: boolean, condition: () => string): void => {
    if (!present) return
    flags.push(flag)
    where.push(condition())
  }
  const { from, to, after, types, limit } = ask
  when('from', from !== undefined, () => `e.at >= ${p(from, 'timestamptz')}`)
  when('to', to !== undefined, () => `e.at < ${p(to, 'timestamptz')}`)
  when('after', after !== null, () => {
    const { at, stream, seq } = after!
    return `(e.at, e.stream, e.seq) < (${p(at, 'timestamptz')}, ${p(stream, 'text')}, ${p(seq, 'int')})`
  })
  const newest = `ORDER BY e.at DESC, e.stream DESC, e.seq DESC LIMIT ${read(limit)}`
  const keys = 'SELECT e.at, e.stream, e.seq FROM'
  const events = (...more: string[]) => `${keys} event e WHERE ${[...more, ...where].join(' AND ')}`
  const kinds = p(types ?? eventTypes, 'text[]')
  const merged = (): string => {
    const of = driving?.of ? `${driving.of} k CROSS JOIN ` : ''
    const is = driving?.is ? [driving.is] : []
    return `${of}unnest(${kinds}) AS t(type) CROSS JOIN LATERAL (${events('e.type = t.type', ...is)} ${newest}) e`
  }
  // of one report there are few
  const found = driver === 'submission' ? `(${events(driving!.fits, `e.type = ANY (${kinds})`)}) e` : merged()
  const sql = `SELECT e.stream, e.seq, e.type, e.at, ${instantText('e.at')} AS "atText", e.actor, e.data - 'bound' AS data, e.hash, e.office_id AS "officeId"
     FROM (${keys} ${found} ${newest}) n JOIN event e ON e.stream = n.stream AND e.seq = n.seq ${newest}`
  return [statement(`trail-${flags.join('-')}-${read(limit)}`, sql, columns), values]
}

/** Events newest first, without what they bind; more than `limit` rows where there are. */
export const listTrail = (db: Queryable, ask: TrailAsk): Promise<TrailEvent[]> => db.query(...trailStatement(ask))
