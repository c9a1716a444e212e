import { putWave, type Queryable, type WaveIn, written } from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import type { Context } from '#http/route.ts'
import { requireOffices, wave } from './wave.ts'

type Asked = Pick<Context<'PUT /waves/:id'>, 'params' | 'body' | 'actor'>

/** @throws not-found; no-right for report types that it has or would have; invalid */
export const put = async (tx: Queryable, { params: { id }, body, actor }: Asked) => {
  requireReportTypes(actor, [...(await wave(tx, id)).reportTypes, ...body.reportTypes])
  await requireOffices(tx, body.offices)
  await putWave(tx, id, body as WaveIn)
  const data = { wave: id, ...body }
  return written(await wave(tx, id), { stream: 'rights', type: 'wave.changed', data })
}
