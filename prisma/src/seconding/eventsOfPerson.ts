import type { ActorId, EventType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface PersonEvent {
  seq: number
  type: EventType
  at: Date
  actor: ActorId
  /** Done by the person, at whatever post. */
  own: boolean
  data: Record<string, unknown>
}

// By SQL: the person is named within the JSON.
const personEvents = statement(
  'events-of-person',
  `SELECT seq, type, at, actor, data - 'bound' AS data,
     actor IN (SELECT 'post:' || t.id FROM post t WHERE t.person_id::text = $1) AS own FROM event
   WHERE stream = 'rights' AND data ->> 'person' = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3`,
  rowOf<PersonEvent>({
    seq: col.int4,
    type: col.text.as<EventType>(),
    at: col.timestamptz,
    actor: col.text.as<ActorId>(),
    own: col.bool.notNull('of what is not null'),
    data: col.jsonb.as<PersonEvent['data']>().notNull('an object'),
  }),
)

/** What history says of a person's account and rights, newest first; one more than asked for where there are more. */
export const eventsOfPerson = (
  tx: Queryable,
  { person, before, limit }: { person: string; before: number | null; limit: number },
): Promise<PersonEvent[]> => tx.query(personEvents, [person, before ?? 2_147_483_647, limit + 1])
