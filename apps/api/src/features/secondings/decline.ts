import { type Queryable, written } from '@sepakat/db'
import { own, whyNot } from '#duties/secondingView.ts'
import { lacking } from '#http/lacking.ts'
import type { Context } from '#http/route.ts'
import { decide } from './decide.ts'
import { waitingSeconding } from './waitingSeconding.ts'

type Asked = Pick<Context<'POST /secondings/:id/decline'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** Declines it as the second person; who asked withdraws it by the same. */
export const decline = async (tx: Queryable, { params: { id }, body: { reason }, ...asks }: Asked) => {
  const row = await waitingSeconding(tx, id)
  const why = await whyNot(tx, row, asks)
  if (why !== '' && why !== own) throw lacking('another-person', why)
  const status = why === own ? 'withdrawn' : 'declined'
  const { view, event } = await decide(tx, row, { status, reason }, asks)
  return written(view, { ...event, type: `second.${status}` })
}
