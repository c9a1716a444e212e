import { type Queryable, reader, readOffice, withdrawReorganisation, written } from '@sepakat/db'
import type { Reorganisation } from '@sepakat/rules'
import { namedBelongings } from '#duties/belongings.ts'
import { checkedReorganisation } from '#duties/checkReorganisation.ts'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { previewView, reorganisationViews } from './view.ts'

/** @throws not-found where none of this office waits */
const withdraw = async (tx: Queryable, { params: { id } }: Context<'DELETE /offices/:id/reorganisation'>) => {
  const reorganisation = await withdrawReorganisation(tx, id)
  if (reorganisation === null) throw problem('not-found')
  const data = { office: id, change: 'reorganisation-withdrawn', reorganisation }
  return written(null, { stream: 'rights', type: 'office.changed', data })
}

/** Merging and splitting offices (design §4, decision 0049). */
export const reorganisationHandlers = handlers({
  'GET /offices/:id/reorganisation': async ({ params: { id }, db, today }) => {
    const tx = reader(db)
    if ((await readOffice(tx, id, today)) === null) throw problem('not-found')
    return { items: await reorganisationViews(tx, id) }
  },

  'POST /offices/:id/reorganisation/preview': async ({ params: { id }, body, db, today }) => {
    const tx = reader(db)
    const wish = await checkedReorganisation(tx, id, body)
    const belongings = await namedBelongings(tx, wish)
    return { atOnce: wish.date <= today, ...(await previewView(tx, belongings, wish)) }
  },

  'POST /offices/:id/reorganisation': async ({ params: { id: office }, body, actor, write, now, today, deps }) => {
    const successors = body.successors as Reorganisation['successors']
    const act = { kind: 'reorganisation', office, ...body, successors } as const
    const asks = { actor, now, today, deps }
    const read = (tx: Queryable) => async (made: string | null) =>
      (await reorganisationViews(tx, office)).find(({ id }) => id === made)!
    return answerOf(await write(tx => seconded(tx, act, asks, read(tx))))
  },

  'DELETE /offices/:id/reorganisation': asked => asked.write(tx => withdraw(tx, asked)),
})
