import {
  addWave,
  listWaves,
  putWave,
  type Queryable,
  reader,
  readWave,
  removeWave,
  unknownOffices,
  type WaveIn,
  type WaveRow,
  written,
} from '@sepakat/db'
import { requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'

/** @throws not-found */
const wave = async (tx: Queryable, id: string): Promise<WaveRow> => {
  const found = await readWave(tx, id)
  if (found === null) throw problem('not-found')
  return found
}

/** @throws invalid at each that is no office */
const requireOffices = async (tx: Queryable, offices: string[]): Promise<void> => {
  const unknown = await unknownOffices(tx, offices)
  if (unknown.length === 0) return
  throw problem('invalid', {
    errors: unknown.map(id => ({
      pointer: `/offices/${offices.indexOf(id)}`,
      code: 'unknown',
      message: 'Perangkat daerah ini tidak dikenal.',
    })),
  })
}

/** @throws no-right, invalid */
const add = async (tx: Queryable, { body, actor }: Context<'POST /waves'>) => {
  requireReportTypes(actor, body.reportTypes)
  await requireOffices(tx, body.offices)
  const id = await addWave(tx, body as WaveIn)
  const data = { wave: id, ...body }
  return written(await wave(tx, id), { stream: 'rights', type: 'wave.changed', data })
}

/** @throws not-found; no-right for report types that it has or would have; invalid */
const put = async (tx: Queryable, { params: { id }, body, actor }: Context<'PUT /waves/:id'>) => {
  requireReportTypes(actor, [...(await wave(tx, id)).reportTypes, ...body.reportTypes])
  await requireOffices(tx, body.offices)
  await putWave(tx, id, body as WaveIn)
  const data = { wave: id, ...body }
  return written(await wave(tx, id), { stream: 'rights', type: 'wave.changed', data })
}

/** @throws not-found, no-right */
const remove = async (tx: Queryable, { params: { id }, actor }: Context<'DELETE /waves/:id'>) => {
  const { name, reportTypes } = await wave(tx, id)
  requireReportTypes(actor, reportTypes)
  await removeWave(tx, id)
  const data = { wave: id, name, removed: true }
  return written(null, { stream: 'rights', type: 'wave.changed', data })
}

export const waveHandlers = handlers({
  'GET /waves': async ({ db }) => ({ items: await listWaves(reader(db)) }),
  'POST /waves': asked => asked.write(tx => add(tx, asked)),
  'PUT /waves/:id': asked => asked.write(tx => put(tx, asked)),
  'DELETE /waves/:id': asked => asked.write(tx => remove(tx, asked)),
})
