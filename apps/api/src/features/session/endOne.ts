import { endSession, type Queryable, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { sessionEnded } from './sessionEnded.ts'
import { sessionOf } from './sessionOf.ts'

type Asked = Pick<Context<'DELETE /sessions/:id'>, 'params' | 'actor' | 'now'>

/** One of one's own. @throws not-found, no-right for keys */
export const endOne = async (tx: Queryable, { params: { id }, ...asked }: Asked) => {
  sessionOf(asked.actor)
  if (!(await endSession(tx, asked.actor.person.id, id))) throw problem('not-found')
  return written(null, sessionEnded(asked, [id]))
}
