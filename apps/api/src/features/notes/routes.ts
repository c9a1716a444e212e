import { handlers } from '#http/route.ts'
import { add } from './add.ts'
import { answer } from './answer.ts'
import { list } from './list.ts'
import { resolve } from './resolve.ts'

export const noteHandlers = handlers({
  'GET /submissions/:id/notes': list,
  'POST /submissions/:id/notes': asked => asked.write(tx => add(tx, asked)),
  'POST /submissions/:id/notes/:note/answers': asked => asked.write(tx => answer(tx, asked)),
  'POST /submissions/:id/notes/:note/resolve': asked => asked.write(tx => resolve(tx, asked)),
})
