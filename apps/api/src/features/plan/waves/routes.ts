import { listWaves, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { add } from './add.ts'
import { put } from './put.ts'
import { remove } from './remove.ts'

export const waveHandlers = handlers({
  'GET /waves': async ({ db }) => ({ items: await listWaves(reader(db)) }),
  'POST /waves': asked => asked.write(tx => add(tx, asked)),
  'PUT /waves/:id': asked => asked.write(tx => put(tx, asked)),
  'DELETE /waves/:id': asked => asked.write(tx => remove(tx, asked)),
})
