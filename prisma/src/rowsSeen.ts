import type { Queryable } from './database.ts'
import { memory } from './forms/memory.ts'
import { isAfter, type Snapshot, snapshotOf, thisDatabase } from './snapshots.ts'
import { col, rowOf, statement } from './statement.ts'

/** What was made of rows, by what it is: to be added to. Where a row is another than before, it is another map. */
export type MadeOf = Map<string, unknown>

interface Seen {
  database: string
  day: string
  snapshot: string
  /** Nothing is written in it, and all its statements see the same. */
  keeps: boolean
  /** By key: how many rows there are, and 1 where one was written by a transaction that was not over at the last reading. */
  parts: Record<string, [count: number, changed: 0 | 1]>
}
interface Known {
  database: string
  day: string
  snapshot: Snapshot
  parts: Seen['parts']
  made: Map<string, MadeOf>
}

/** Rows with this key are of all keys. */
export const ofAll = '*'

/**
 * For what is made of rows and of nothing else but the day: tells by key what was made of them before, for as long as they are the same.
 * Each row says which transaction wrote it (`xmin`): one that is there now and was written by one that was over when the last reading
 * began, was seen by it; and where none is another and as many are there, none is gone. So nothing that writes has to tell.
 * @param rows SQL of the columns `key` and `written` (the `xmin`), for the arguments from `$2` on
 */
export const rowsSeen = (name: string, rows: string) => {
  const seen = statement(
    name,
    `SELECT ${thisDatabase} AS database, current_date || ' ' || region_day(now()) AS day, pg_current_snapshot()::text AS snapshot,
            current_setting('transaction_isolation') = 'repeatable read' AND current_setting('transaction_read_only') = 'on' AS keeps,
            COALESCE((SELECT json_object_agg(p.key, json_build_array(p.count, p.changed)) FROM (
              SELECT r.key, count(*) AS count, max((age(r.written) <= (SELECT age($1::xid8::xid)))::int) AS changed
              FROM (${rows}) r GROUP BY r.key) p), '{}') AS parts`,
    rowOf<Seen>({
      database: col.text.notNull('there is one'),
      day: col.text.notNull('of two that are not null'),
      snapshot: col.text.notNull('there is one'),
      keeps: col.bool.notNull('of what is there'),
      parts: col.json.notNull('coalesced'),
    }),
  )
  const known = memory<Known>(100)

  return async (tx: Queryable, args: unknown[]): Promise<(key: string) => MadeOf> => {
    const asked = JSON.stringify(args)
    const kept = known.get(asked)
    const [now] = await tx.query(seen, [kept?.snapshot.xmin ?? null, ...args])
    if (!now) throw new Error('a count has one row')
    const { database, day, parts, keeps } = now
    const snapshot = snapshotOf(now.snapshot)
    const made = new Map<string, MadeOf>()
    const isOfNow = keeps && kept?.database === database && kept.day === day && isAfter(snapshot, kept.snapshot)
    const isSame = (key: string): boolean => {
      const [count, changed] = parts[key] ?? [0, 0]
      return changed === 0 && count === (kept?.parts[key]?.[0] ?? 0)
    }
    if (kept && isOfNow && isSame(ofAll)) for (const [key, own] of kept.made) if (isSame(key)) made.set(key, own)
    if (keeps) known.set(asked, { database, day, snapshot, parts, made })
    return key => {
      const own = made.get(key) ?? new Map<string, unknown>()
      made.set(key, own)
      return own
    }
  }
}

/** So much is kept of what is asked by year: years are chosen by who asks. */
const most = 60

/** What was made before; else it is made and kept, and the oldest forgotten where there is too much. */
export const keepIn = async <T>(made: MadeOf, what: string, make: () => Promise<T>): Promise<T> => {
  const before = made.get(what) as T | undefined
  if (before !== undefined) return before
  const value = await make()
  made.set(what, value)
  const [oldest] = made.keys()
  if (made.size > most && oldest !== undefined) made.delete(oldest)
  return value
}
