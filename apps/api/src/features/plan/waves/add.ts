import { addWave, type Queryable, type WaveIn, written } from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import type { Context } from '#http/route.ts'
import { requireOffices, wave } from './wave.ts'

type Asked = Pick<Context<'POST /waves'>, 'body' | 'actor'>

/** @throws no-right, invalid */
export const add = async (tx: Queryable, { body, actor }: Asked) => {
  requireReportTypes(actor, body.reportTypes)
  await requireOffices(tx, body.offices)
  const id = await addWave(tx, body as WaveIn)
  const data = { wave: id, ...body }
  return written(await wave(tx, id), { stream: 'rights', type: 'wave.changed', data })
}
