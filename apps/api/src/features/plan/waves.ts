import {
  addWave,
  appendEvent,
  listWaves,
  putWave,
  type Queryable,
  reader,
  readWave,
  removeWave,
  unknownOffices,
  type WaveIn,
} from '@sepakat/db'
import { requireReportTypes } from '../../http/acting.ts'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const checkOffices = async (tx: Queryable, offices: string[]): Promise<void> => {
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

const read = async (tx: Queryable, id: string) => {
  const wave = await readWave(tx, id)
  if (wave === null) throw problem('not-found')
  return wave
}

export const waveHandlers = handlers({
  'GET /waves': async ({ db }) => ({ items: await listWaves(reader(db)) }),

  'POST /waves': async ({ body, actor, write }) =>
    write(async tx => {
      requireReportTypes(actor, body.reportTypes)
      await checkOffices(tx, body.offices)
      const id = await addWave(tx, body as WaveIn)
      await appendEvent(tx, { stream: 'rights', type: 'wave.changed', actor: actor.id, data: { wave: id, ...body } })
      return await read(tx, id)
    }),

  'PUT /waves/:id': async ({ params, body, actor, write }) =>
    write(async tx => {
      requireReportTypes(actor, [...(await read(tx, params.id)).reportTypes, ...body.reportTypes])
      await checkOffices(tx, body.offices)
      await putWave(tx, params.id, body as WaveIn)
      await appendEvent(tx, {
        stream: 'rights',
        type: 'wave.changed',
        actor: actor.id,
        data: { wave: params.id, ...body },
      })
      return await read(tx, params.id)
    }),

  'DELETE /waves/:id': async ({ params, actor, write }) =>
    write(async tx => {
      const { name, reportTypes } = await read(tx, params.id)
      requireReportTypes(actor, reportTypes)
      await removeWave(tx, params.id)
      await appendEvent(tx, {
        stream: 'rights',
        type: 'wave.changed',
        actor: actor.id,
        data: { wave: params.id, name, removed: true },
      })
      return null
    }),
})
