import { reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { extend } from './extend.ts'
import { generate } from './generate.ts'
import { preview } from './preview.ts'
import { remind } from './remind.ts'
import { remove } from './remove.ts'

export const obligationPlanHandlers = handlers({
  'POST /obligations/preview': asked => preview(reader(asked.db), asked),
  'POST /obligations': asked => asked.write(tx => generate(tx, asked)),
  'DELETE /obligations/:id': asked => asked.write(tx => remove(tx, asked)),
  'POST /obligations/:id/extension': asked => asked.write(tx => extend(tx, asked)),
  'POST /obligations/:id/reminders': asked => asked.write(tx => remind(tx, asked)),
})
