import { type Queryable, removeWave, written } from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import type { Context } from '#http/route.ts'
import { wave } from './wave.ts'

type Asked = Pick<Context<'DELETE /waves/:id'>, 'params' | 'actor'>

/** @throws not-found, no-right */
export const remove = async (tx: Queryable, { params: { id }, actor }: Asked) => {
  const { name, reportTypes } = await wave(tx, id)
  requireReportTypes(actor, reportTypes)
  await removeWave(tx, id)
  const data = { wave: id, name, removed: true }
  return written(null, { stream: 'rights', type: 'wave.changed', data })
}
