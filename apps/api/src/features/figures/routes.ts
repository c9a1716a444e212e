import { handlers } from '#http/route.ts'
import { readChangedFigures } from './readChangedFigures.ts'
import { readFigures } from './readFigures.ts'
import { readOverview } from './readOverview.ts'
import { readRecap } from './readRecap.ts'
import { readTrace } from './trace/readTrace.ts'

export const figureHandlers = handlers({
  'GET /figures': asked => {
    const { updatedSince } = asked.query
    return updatedSince === undefined
      ? readFigures(asked)
      : readChangedFigures({ ...asked, query: { ...asked.query, updatedSince } })
  },
  'GET /figures/trace': readTrace,
  'GET /overview': readOverview,
  'GET /recap': readRecap,
})
