import { type Queryable, readPost } from '@sepakat/db'
import { seconded } from '#duties/secondingView.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /people/:id/posts'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

export const givePost = (tx: Queryable, { params: { id: person }, body: post, ...asks }: Asked) =>
  seconded(tx, { kind: 'posts', posts: [{ person, post }] }, asks, async made => (await readPost(tx, made!))!)
