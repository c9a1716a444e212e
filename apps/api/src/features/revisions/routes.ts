import { handlers } from '#http/route.ts'
import { judgePaper } from './judgePaper.ts'
import { list } from './list.ts'
import { print } from './print.ts'
import { printOfficial } from './printOfficial.ts'
import { read } from './read.ts'
import { signPaper } from './signPaper.ts'

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': list,
  'GET /submissions/:id/revisions/:n': read,
  'GET /submissions/:id/revisions/:n/pdf': print,
  'GET /submissions/:id/papers/:paper': printOfficial,
  'PUT /submissions/:id/revisions/:n/signature': signPaper,
  'GET /papers/:receipt/:code': judgePaper,
  'GET /signing': async ({ deps: { config } }) => ({
    own: config.signing.own !== null,
    bsre: config.signing.bsre !== null,
  }),
})
