import { accessStream, type Queryable, readSelf, setSessionPost, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { sessionOf } from './sessionOf.ts'

type Asked = Pick<Context<'PUT /session/post'>, 'body' | 'actor' | 'now' | 'today'>

/** Another of one's own posts from now on. @throws not-found, no-right for keys */
export const switchPost = async (tx: Queryable, { body, actor, now, today }: Asked) => {
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
