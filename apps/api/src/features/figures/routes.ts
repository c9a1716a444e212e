import { handlers } from '#http/route.ts'
import { readFigures } from './read-figures.ts'
import { readOverview } from './read-overview.ts'
import { readRecap } from './read-recap.ts'

export const figureHandlers = handlers({
  'GET /figures': readFigures,
  'GET /overview': readOverview,
  'GET /recap': readRecap,
})
