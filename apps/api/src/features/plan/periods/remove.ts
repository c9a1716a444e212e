import { lockPlan, periodIsOwed, type Queryable, removePeriod, written } from '@sepakat/db'
import { requireForm } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /periods/:type/:form/:key'>, 'params' | 'actor'>

/** Removes a period that no office owes anything for. @throws not-found, in-use */
export const remove = async (tx: Queryable, { params, actor }: Asked) => {
  const period = { form: requireForm(actor, params), key: params.key }
  await lockPlan(tx)
  const owed = await periodIsOwed(tx, period)
  if (owed === null) throw problem('not-found')
  if (owed) throw problem('in-use', { detail: 'Periode ini sudah berkewajiban lapor. Hapus dahulu kewajibannya.' })
  await removePeriod(tx, period)
  const data = { ...period, removed: true }
  return written(null, { stream: 'rights', type: 'period.changed', data })
}
