import { handlers } from '#http/route.ts'
import { readFigures } from './readFigures.ts'
import { readOverview } from './readOverview.ts'
import { readRecap } from './readRecap.ts'

export const figureHandlers = handlers({
  'GET /figures': readFigures,
  'GET /overview': readOverview,
  'GET /recap': readRecap,
})
