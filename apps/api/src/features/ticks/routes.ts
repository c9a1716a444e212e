import { handlers } from '#http/route.ts'
import { tick } from './tick.ts'

export const tickHandlers = handlers({
  'PUT /submissions/:id/ticks': asked => asked.write(tx => tick(tx, asked)),
})
