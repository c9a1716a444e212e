import { addPerson, appendEvent, type PersonIn, type Queryable } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'

/** A person without a post. */
export const createPerson = async (
  tx: Queryable,
  { person, actor, now }: { person: PersonIn; actor: ActorId; now: Date },
): Promise<string> => {
  const id = await addPerson(tx, person)
  await appendEvent(tx, {
    stream: 'rights',
    type: 'person.created',
    actor,
    at: now,
    data: { person: id },
    binds: { person: [id] },
  })
  return id
}
