import type { ActorId, EventType } from '@sepakat/rules'
import type { Database, Queryable } from '../database.ts'
import { type Transaction, transaction } from '../transaction.ts'
import { enqueueMessages } from '../webhooks/enqueueMessages.ts'
import { appendEvent, type NewEvent } from './appendEvent.ts'

/** An event as the writer of what it records returns it; `actor` where it is another than who asked. */
export type ReturnedEvent<T extends EventType = EventType> = T extends EventType
  ? Omit<NewEvent<T>, 'actor' | 'at'> & { actor?: ActorId }
  : never

/** What a write came to, with the events that record it, in the order in which they are appended. */
export interface Written<T, E extends ReturnedEvent = ReturnedEvent> {
  readonly result: T
  readonly events: readonly E[]
}

/** What was written, with the events that record it: at least one. */
export const written = <T, const E extends readonly [ReturnedEvent, ...ReturnedEvent[]]>(
  result: T,
  ...events: E
): Written<T, E[number]> => ({ result, events })

/** What a write came to that is part of another, whose own events come before. */
export const writtenAfter = <T, E extends ReturnedEvent, F extends ReturnedEvent>(
  before: readonly F[],
  { result, events }: Written<T, E>,
): Written<T, E | F> => ({ result, events: [...before, ...events] })

/** A result that is read after the events are appended, because it is also told from them: `written(new AfterEvents(tx => …), event)`. */
export class AfterEvents<T> {
  readonly read: (tx: Queryable) => Promise<T>
  constructor(read: (tx: Queryable) => Promise<T>) {
    this.read = read
  }
}

/** What changed nothing that history keeps: it was so before, or its record are its own rows (answer changes). */
export const noEvent = <T>(result: T): Written<T, never> => ({ result, events: [] })

export interface RecordedBy {
  actor: ActorId
  at: Date
}

/** Appends the events of a write in its own transaction. The only caller of `appendEvent`. */
export const appendEvents = async (
  tx: Transaction,
  { actor, at }: RecordedBy,
  events: readonly ReturnedEvent[],
): Promise<void> => {
  for (const event of events)
    enqueueMessages(tx, event.type, await appendEvent(tx, { actor, at, ...event } as NewEvent))
}

/** Appends the events of a write, then gives its result. */
export const conclude = async <T>(
  tx: Transaction,
  by: RecordedBy,
  { result, events }: Written<T | AfterEvents<T>>,
): Promise<T> => {
  await appendEvents(tx, by, events)
  return result instanceof AfterEvents ? result.read(tx) : result
}

/** One transaction: what `run` writes and the events that it returns are kept together or not at all. `run` may be retried. */
export const record = <T>(
  db: Database,
  by: RecordedBy,
  run: (tx: Transaction) => Promise<Written<T | AfterEvents<T>>>,
): Promise<T> => transaction(db, async tx => conclude(tx, by, await run(tx)))
