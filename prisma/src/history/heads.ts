import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { firstPrev } from './eventHash.ts'

/** The last event of a stream; `seq` 0 where it has none. */
export interface Head {
  seq: number
  hash: string
  /** It has none in the table yet: the first event puts it there. */
  begins?: true
}

/** A stream that has no head yet gets one, so that there is a row to lock. */
const eventHead = statement(
  'event-head',
  `WITH known AS (SELECT seq, hash FROM event_head WHERE stream = $1 FOR NO KEY UPDATE),
     made AS (INSERT INTO event_head (stream, seq, hash) SELECT $1, 0, $2 WHERE NOT EXISTS (SELECT 1 FROM known)
              ON CONFLICT (stream) DO UPDATE SET stream = excluded.stream RETURNING seq, hash)
   SELECT seq, hash FROM known UNION ALL SELECT seq, hash FROM made`,
  { seq: col.int4.notNull('of NOT NULL columns'), hash: col.text.notNull('of NOT NULL columns') },
)

/** The heads that each transaction at hand has locked, as its own events left them. */
const locked = new WeakMap<Queryable, Map<string, Promise<Head>>>()

/**
 * Locks the head of a stream until the transaction ends, which orders its writers. Asked for beside the first statements of a
 * write (do not await it there), it costs no round trip of its own when the event is appended.
 */
export const lockHead = (tx: Queryable, stream: string): Promise<Head> => {
  const known = locked.get(tx)?.get(stream)
  if (known !== undefined) return known
  const head = tx.query(eventHead, [stream, firstPrev]).then(([row]) => row!)
  moveHead(tx, stream, head)
  return head
}

/**
 * Says that a stream begins in this transaction, so that there is nothing to lock: the caller has made or locked what the
 * stream tells of, and knows that nothing was told of it yet.
 */
export const beginStream = (tx: Queryable, stream: string): void =>
  moveHead(tx, stream, Promise.resolve({ seq: 0, hash: firstPrev, begins: true }))

/** What the head is from now on, in this transaction. */
export const moveHead = (tx: Queryable, stream: string, head: Promise<Head>): void => {
  // an append that awaits it is told; a lock asked for early may be awaited by none
  head.catch(() => undefined)
  const heads = locked.get(tx) ?? new Map<string, Promise<Head>>()
  locked.set(tx, heads.set(stream, head))
}
