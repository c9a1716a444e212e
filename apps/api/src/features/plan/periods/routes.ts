import { listPeriods, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { preview } from './preview.ts'
import { put } from './put.ts'
import { remove } from './remove.ts'
import { periodView } from './view.ts'

export const periodHandlers = handlers({
  'GET /periods': async ({ query, db }) => ({ items: (await listPeriods(reader(db), query)).map(periodView) }),
  'POST /periods/preview': asked => preview(reader(asked.db), asked),
  'PUT /periods': asked => asked.write(tx => put(tx, asked)),
  'DELETE /periods/:type/:form/:key': asked => asked.write(tx => remove(tx, asked)),
})
