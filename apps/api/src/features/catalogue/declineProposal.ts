import { decideShipped, lockCatalogue, noEvent, type Queryable, readShipped, written } from '@sepakat/db'
import { requireForm } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /catalogues/:type/:form/proposals/:n/decline'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * A release's catalogue is not taken; it can still be, until another comes. Where the same person declined it for the same reason
 * before, nothing is written again. @throws no-right, not-found
 */
export const declineProposal = async (tx: Queryable, { params: { n, ...params }, body, actor, now }: Asked) => {
  const form = requireForm(actor, params)
  const { reason } = body
  await lockCatalogue(tx, form)
  const shipped = await readShipped(tx, form, n)
  if (shipped?.status === 'declined' && shipped.decidedBy === actor.id && shipped.reason === reason)
    return noEvent(null)
  if (shipped?.status !== 'proposed') throw problem('not-found')
  await decideShipped(tx, { form, n, version: null, note: reason, by: actor.id, at: now })
  return written(null, { stream: 'rights', type: 'catalogue.declined', data: { form, n, reason } })
}
