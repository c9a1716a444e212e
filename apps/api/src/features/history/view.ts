import { actorNames, type ListedEvent, type Queryable } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'

/** Events as they are sent, with the names of who did what they record. */
export const eventViews = async (tx: Queryable, events: ListedEvent[]) => {
  const nameOf = await actorNames(
    tx,
    events.map(event => event.actor as ActorId),
  )
  return events.map(({ actor, at, ...event }) => ({
    ...event,
    at: at.toISOString(),
    by: nameOf(actor as ActorId),
  }))
}
