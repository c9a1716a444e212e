import { reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { assign } from './assign.ts'
import { end } from './end.ts'
import { list } from './list.ts'

export const assignmentHandlers = handlers({
  'GET /assignments': asked => list(reader(asked.db), asked),
  'POST /assignments': asked => asked.write(tx => assign(tx, asked)),
  'POST /assignments/:id/end': asked => asked.write(tx => end(tx, asked)),
})
