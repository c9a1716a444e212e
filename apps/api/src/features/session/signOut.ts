import { endSession, lockSession, type Queryable, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { sessionEnded } from './sessionEnded.ts'
import { sessionOf } from './sessionOf.ts'

type Asked = Pick<Context<'DELETE /session'>, 'query' | 'actor' | 'now'>

/** Ends the session that asks, or locks it. @throws no-right for keys */
export const signOut = async (tx: Queryable, { query, actor, now }: Asked) => {
  const { id } = sessionOf(actor)
  const locked = query.locked === true
  if (locked) await lockSession(tx, id, now)
  else await endSession(tx, actor.person.id, id)
  return written(null, sessionEnded({ actor, now }, [id], locked ? { locked } : {}))
}
