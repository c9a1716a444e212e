import { type Queryable, readPost } from '@sepakat/db'
import { seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type GivePostAsked = Pick<Context<'POST /people/:id/posts'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

export const givePost = (tx: Queryable, { params: { id: person }, body: post, ...asks }: GivePostAsked) =>
  seconded(tx, { kind: 'posts', posts: [{ person, post }] }, asks, async made => (await readPost(tx, made!))!)

type EndPostAsked = Pick<Context<'POST /posts/:id/end'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** Ends a post on a day, or lengthens it to one. */
export const endPost = async (tx: Queryable, { params: { id }, body: { to }, ...asks }: EndPostAsked) => {
  const post = await readPost(tx, id)
  if (post === null) throw problem('not-found')
  const act = { kind: 'post-end', post: id, person: post.personId, to } as const
  return seconded(tx, act, asks, async () => (await readPost(tx, id))!)
}
