import { addPerson, appendEvent, type PersonIn, type PostIn, type Queryable } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { grant } from './posts.ts'

/** A person, with the first post where one is named. @throws invalid where that post makes no sense */
export const createPerson = async (
  tx: Queryable,
  { person, post, actor, now }: { person: PersonIn; post?: PostIn; actor: ActorId; now: Date },
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
  if (post) await grant(tx, { personId: id, post, actor, now, at: '/post' })
  return id
}
