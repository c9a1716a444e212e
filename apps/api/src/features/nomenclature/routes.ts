import { listNomenclatures, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { put } from './put.ts'
import { remove } from './remove.ts'
import { tell } from './tell.ts'

export const nomenclatureHandlers = handlers({
  'GET /nomenclature': async ({ db }) => ({ items: await listNomenclatures(reader(db)) }),
  'GET /nomenclature/:year': async ({ params: { year }, query: { codes }, db }) => ({
    items: await tell(reader(db), year, codes.split(',')),
  }),
  'PUT /nomenclature/:year': asked => asked.write(tx => put(tx, asked)),
  'DELETE /nomenclature/:year': asked => asked.write(tx => remove(tx, asked)),
})
