import { lockObligation, type Queryable, removeObligation, written } from '@sepakat/db'
import { reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /obligations/:id'>, 'params' | 'actor'>

/** Removes an obligation without a report. @throws not-found, no-right, in-use */
export const remove = async (tx: Queryable, { params: { id }, actor }: Asked) => {
  const found = await lockObligation(tx, id)
  if (found === null) throw problem('not-found')
  const { begun, officeId: office, form, period } = found
  requireReportTypes(actor, [reportTypeOf(form)])
  if (begun)
    throw problem('in-use', { detail: 'Laporan untuk kewajiban ini sudah dimulai, jadi kewajibannya tetap ada.' })
  await removeObligation(tx, id)
  const data = { obligation: id, office, form, period }
  return written(null, { stream: 'rights', type: 'obligation.removed', data })
}
