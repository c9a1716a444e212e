import { endSessions, type Queryable, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { sessionEnded } from './sessionEnded.ts'
import { sessionOf } from './sessionOf.ts'

type Asked = Pick<Context<'DELETE /sessions'>, 'actor' | 'now'>

/** All of one's own, the one that asks too. @throws no-right for keys */
export const endAll = async (tx: Queryable, asked: Asked) => {
  sessionOf(asked.actor)
  return written(null, sessionEnded(asked, await endSessions(tx, asked.actor.person.id)))
}
