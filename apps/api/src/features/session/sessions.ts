import {
  accessStream,
  endSession,
  endSessions,
  lockSession,
  type Queryable,
  readSelf,
  setSessionPost,
  written,
} from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { sessionOf } from './sessionOf.ts'

/** The event of sessions that ended, or (`locked`) open nothing any more. */
const sessionEnded = (
  { actor, now }: { actor: Acting; now: Date },
  sessions: string[],
  more: { locked?: true } = {},
) => {
  const person = actor.person.id
  return { stream: accessStream(now, person), type: 'session.ended', data: { person, sessions, ...more } } as const
}

/** Ends the session that asks, or locks it. @throws no-right for keys */
export const signOut = async (
  tx: Queryable,
  { query, actor, now }: Pick<Context<'DELETE /session'>, 'query' | 'actor' | 'now'>,
) => {
  const { id } = sessionOf(actor)
  const locked = query.locked === true
  if (locked) await lockSession(tx, id, now)
  else await endSession(tx, actor.person.id, id)
  return written(null, sessionEnded({ actor, now }, [id], locked ? { locked } : {}))
}

/** All of one's own, the one that asks too. @throws no-right for keys */
export const endAll = async (tx: Queryable, asked: Pick<Context<'DELETE /sessions'>, 'actor' | 'now'>) => {
  sessionOf(asked.actor)
  return written(null, sessionEnded(asked, await endSessions(tx, asked.actor.person.id)))
}

/** One of one's own. @throws not-found, no-right for keys */
export const endOne = async (
  tx: Queryable,
  { params: { id }, ...asked }: Pick<Context<'DELETE /sessions/:id'>, 'params' | 'actor' | 'now'>,
) => {
  sessionOf(asked.actor)
  if (!(await endSession(tx, asked.actor.person.id, id))) throw problem('not-found')
  return written(null, sessionEnded(asked, [id]))
}

/** Another of one's own posts from now on. @throws not-found, no-right for keys */
export const switchPost = async (
  tx: Queryable,
  { body, actor, now, today }: Pick<Context<'PUT /session/post'>, 'body' | 'actor' | 'now' | 'today'>,
) => {
  const { id } = sessionOf(actor)
  const personId = actor.person.id
  const self = await readSelf(tx, personId, today)
  const post = self?.posts.find(candidate => candidate.id === body.post)
  if (self === null || post === undefined) throw problem('not-found')
  await setSessionPost(tx, id, post.id)
  const to = `post:${post.id}` as const
  const data = { session: id, person: personId, from: actor.id, to }
  const event = { stream: accessStream(now, personId), type: 'session.switched', actor: to, data } as const
  return written({ personId, self, post }, event)
}
