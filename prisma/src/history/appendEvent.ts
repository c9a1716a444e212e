import type { ActorId, EventType } from '@sepakat/rules'
import { validate } from 'uuid'
import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { type Bound, bind } from './bound/bind.ts'
import type { Binds, BindsOf } from './bound/boundByEvent.ts'
import { eventHash } from './eventHash.ts'
import { lockHead, moveHead } from './heads.ts'
import { reportOf } from './streams.ts'

/** `binds`: the rows that this event leaves as they are now, so that a later change without one is found out (decision 0054). */
export type NewEvent<T extends EventType = EventType> = {
  /** `submission/<id>`, `rights`, or `access/<date>/<shard>`. */
  stream: string
  type: T
  actor: ActorId
  /** Ids and plain values only: personal details are stored where retention may erase them. */
  data: Record<string, unknown>
  at?: Date
  /** What `binds` names, where the last statement that wrote it gave it, or it was read beside that. */
  bound?: Bound | undefined
} & BindsOf<T>

export interface WrittenEvent {
  stream: string
  seq: number
  hash: string
  at: Date
}

/** The office of a report as it is now, else the one that the event names. */
const officeOf = `COALESCE((SELECT office_id FROM submission WHERE id = $9::uuid), (SELECT office_id FROM obligation WHERE id = $9::uuid), $10::uuid)`
const eventInsert = `INSERT INTO event (stream, seq, type, at, actor, data, prev, hash, office_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${officeOf})`
const eventAppend = statement(
  'event-append',
  `WITH e AS (${eventInsert}) UPDATE event_head SET seq = $2, hash = $8 WHERE stream = $1`,
)
const eventBegin = statement(
  'event-begin',
  `WITH e AS (${eventInsert}) INSERT INTO event_head (stream, seq, hash) VALUES ($1, $2, $8)`,
)

const idIn = (value: unknown): string | null => (typeof value === 'string' && validate(value) ? value : null)

/**
 * Appends to its stream inside the transaction that does what it records; the head's row lock orders writers of one stream. What
 * it reads is sent at once, with what was asked before; the event itself goes with the commit.
 */
export const appendEvent = async <T extends EventType>(tx: Transaction, event: NewEvent<T>): Promise<WrittenEvent> => {
  const {
    stream,
    type,
    actor,
    data,
    at = new Date(),
    binds = {},
    bound,
  }: Omit<NewEvent<T>, 'binds'> & { binds?: Binds } = event
  const [head, read] = await Promise.all([lockHead(tx, stream), bound ? { bound } : bind(tx, binds)])
  const seq = head.seq + 1
  const prev = head.hash
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  const kept = JSON.parse(JSON.stringify({ ...read, ...data })) as Record<string, unknown>
  const hash = eventHash({ stream, seq, type, at, actor, data: kept, prev })
  moveHead(tx, stream, Promise.resolve({ seq, hash }))
  const of = [idIn(reportOf(stream) ?? kept.submission), idIn(kept.office)]
  const values = [stream, seq, type, at, actor, JSON.stringify(kept), prev, hash, ...of]
  tx.send(head.begins ? eventBegin : eventAppend, values)
  return { stream, seq, hash, at }
}
