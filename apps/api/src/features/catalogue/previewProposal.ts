import type { Queryable } from '@sepakat/db'
import { requireForm } from '#http/auth/acting.ts'
import type { Context } from '#http/route.ts'
import { effectsOf } from './effectsOf.ts'
import { proposal } from './proposal.ts'
import { conflictView } from './view.ts'

type Asked = Pick<Context<'POST /catalogues/:type/:form/proposals/:n/preview'>, 'params' | 'body' | 'actor'>

/** @throws no-right, not-found, stale, invalid */
export const previewProposal = async (tx: Queryable, { params, body, actor }: Asked) => {
  const form = requireForm(actor, params)
  const { status, arrivedAt, reason, conflicts, revised } = await proposal(tx, { form, n: params.n, ...body })
  return {
    ...(await effectsOf(tx, form, revised)),
    status,
    arrivedAt: arrivedAt.toISOString(),
    reason,
    conflicts: conflicts.map(conflictView),
  }
}
