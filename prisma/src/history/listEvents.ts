import type { EventType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface ListedEvent {
  seq: number
  type: EventType
  at: Date
  actor: string
  data: Record<string, unknown>
  hash: string
}

const eventsOfStream = statement(
  'events-of-stream',
  `SELECT seq, type, at, actor, data - 'bound' AS data, hash FROM event WHERE stream = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3`,
  rowOf<ListedEvent>({
    seq: col.int4,
    type: col.text,
    at: col.timestamptz,
    actor: col.text,
    data: col.jsonb.notNull('of a NOT NULL column'),
    hash: col.text,
  }),
)

/** Events of a stream, newest first, before a number, without what they bind; `limit` rows and one more where there are more. */
export const listEvents = (db: Queryable, stream: string, before: number | null, limit: number) =>
  db.query(eventsOfStream, [stream, before ?? 2_147_483_647, limit + 1])
