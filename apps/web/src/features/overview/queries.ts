import type { Figure } from '@sepakat/rules'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'
import type { FigurePlace } from '#ui/paths.ts'
import type { RecapData, RecapItem } from './recapLines.ts'

/** Figures of whole reports (no row) of one form and year, final and provisional. */
export const figuresQuery = (form: string, year: number) =>
  pagesOf('GET /figures', { query: { form, year, row: '', provisional: true, limit: 200 } })

/** The figures of the region, or of an office with all below it, for one form and period, provisional ones included. */
export const recapQuery = (form: string, period: string, office: string | undefined) => ({
  ...queryOf('GET /recap', { query: { form, period, ...(office && { office }), provisional: true } }),
  select: (recap: ResponseOf<'GET /recap'>) => recap as RecapData,
})

/** One figure of a recap with all offices that it is made of. */
export const recapFigureQuery = ({ form, period, branch }: RecapData, { code, row }: Figure) => ({
  ...queryOf('GET /recap', {
    query: { form, period, ...(branch && { office: branch.id }), provisional: true, code, row },
  }),
  select: ({ items: [item] }: ResponseOf<'GET /recap'>) => item as RecapItem | undefined,
})

/** Where a figure of an office comes from. */
export const traceQuery = (place: FigurePlace) => queryOf('GET /figures/trace', { query: place })
