import { handlers } from '#http/route.ts'
import { list } from './list.ts'
import { print } from './print.ts'
import { read } from './read.ts'

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': list,
  'GET /submissions/:id/revisions/:n': read,
  'GET /submissions/:id/revisions/:n/pdf': print,
})
