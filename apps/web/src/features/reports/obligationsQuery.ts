import type { QueryOf } from '#sync/apiTypes.ts'
import { pagesOf } from '#sync/transport/queryOf.ts'

/** What offices owe and its state, by filters, in pages. */
export const obligationsQuery = (query: QueryOf<'GET /obligations'>) => pagesOf('GET /obligations', { query })
