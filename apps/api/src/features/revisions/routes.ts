import { handlers } from '#http/route.ts'
import { judgePaper } from './judgePaper.ts'
import { list } from './list.ts'
import { print } from './print.ts'
import { printOfficial } from './printOfficial.ts'
import { read } from './read.ts'

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': list,
  'GET /submissions/:id/revisions/:n': read,
  'GET /submissions/:id/revisions/:n/pdf': print,
  'GET /submissions/:id/papers/:paper': printOfficial,
  'GET /papers/:receipt/:code': judgePaper,
})
