import type { ActorId, EventType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { bind } from './bound/bind.ts'
import type { Binds, BindsOf } from './bound/boundByEvent.ts'
import { eventHash, firstPrev } from './eventHash.ts'

/** `binds`: the rows that this event leaves as they are now, so that a later change without one is found out (decision 0054). */
export type NewEvent<T extends EventType = EventType> = {
  /** `submission/<id>`, `rights`, or `access/<date>/<shard>`. */
  stream: string
  type: T
  actor: ActorId
  /** Ids and plain values only: personal details are stored where retention may erase them. */
  data: Record<string, unknown>
  at?: Date
} & BindsOf<T>

export interface WrittenEvent {
  stream: string
  seq: number
  hash: string
  at: Date
}

const eventHead = statement(
  'event-head',
  `INSERT INTO event_head (stream, seq, hash) VALUES ($1, 0, $2)
   ON CONFLICT (stream) DO UPDATE SET stream = excluded.stream RETURNING seq, hash`,
  { seq: col.int4, hash: col.text },
)
const eventAppend = statement(
  'event-append',
  `WITH e AS (INSERT INTO event (stream, seq, type, at, actor, data, prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8))
   UPDATE event_head SET seq = $2, hash = $8 WHERE stream = $1`,
)

/** Appends to its stream inside the transaction that does what it records; the head's row lock orders writers of one stream. */
export const appendEvent = async <T extends EventType>(tx: Queryable, event: NewEvent<T>): Promise<WrittenEvent> => {
  const {
    stream,
    type,
    actor,
    data,
    at = new Date(),
    binds = {},
  }: Omit<NewEvent<T>, 'binds'> & { binds?: Binds } = event
  const [head] = await tx.query(eventHead, [stream, firstPrev])
  const seq = head!.seq + 1
  const prev = head!.hash
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  const kept = JSON.parse(JSON.stringify({ ...(await bind(tx, binds)), ...data })) as Record<string, unknown>
  const hash = eventHash({ stream, seq, type, at, actor, data: kept, prev })
  await tx.query(eventAppend, [stream, seq, type, at, actor, JSON.stringify(kept), prev, hash])
  return { stream, seq, hash, at }
}
