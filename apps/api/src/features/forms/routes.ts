import { handlers } from '#http/route.ts'
import { evaluate } from './evaluate.ts'
import { listForms } from './listForms.ts'
import { readNewest } from './readNewest.ts'
import { readSchema } from './readSchema.ts'
import { readVersion } from './readVersion.ts'

export const formHandlers = handlers({
  'GET /forms': listForms,
  'GET /forms/:type/:form': readNewest,
  'GET /forms/:type/:form/versions/:n': readVersion,
  'GET /forms/:type/:form/schema': readSchema,
  'POST /forms/:type/:form/evaluate': evaluate,
})
