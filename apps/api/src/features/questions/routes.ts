import { handlers } from '#http/route.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { close } from './close.ts'
import { list } from './list.ts'

export const questionHandlers = handlers({
  'GET /questions': list,
  'POST /submissions/:id/questions': asked => asked.write(tx => ask(tx, asked)),
  'POST /submissions/:id/questions/:question/answers': asked => asked.write(tx => answer(tx, asked)),
  'POST /submissions/:id/questions/:question/close': asked => asked.write(tx => close(tx, asked)),
})
