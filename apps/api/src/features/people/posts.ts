import { readPost } from '@sepakat/db'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

export const postHandlers = handlers({
  'POST /people/:id/posts': async ({ params: { id: person }, body: post, write, ...asks }) =>
    answerOf(
      await write(tx =>
        seconded(tx, { kind: 'posts', posts: [{ person, post }] }, asks, async made => (await readPost(tx, made!))!),
      ),
    ),

  'POST /posts/:id/end': async ({ params: { id }, body: { to }, write, ...asks }) =>
    answerOf(
      await write(async tx => {
        const post = await readPost(tx, id)
        if (post === null) throw problem('not-found')
        const act = { kind: 'post-end', post: id, person: post.personId, to } as const
        return seconded(tx, act, asks, async () => (await readPost(tx, id))!)
      }),
    ),
})
