import { handlers } from '#http/route.ts'
import { evaluate } from './evaluate.ts'
import { listForms } from './list-forms.ts'
import { readNewest } from './read-newest.ts'
import { readSchema } from './read-schema.ts'
import { readVersion } from './read-version.ts'

export const formHandlers = handlers({
  'GET /forms': listForms,
  'GET /forms/:type/:form': readNewest,
  'GET /forms/:type/:form/versions/:n': readVersion,
  'GET /forms/:type/:form/schema': readSchema,
  'POST /forms/:type/:form/evaluate': evaluate,
})
