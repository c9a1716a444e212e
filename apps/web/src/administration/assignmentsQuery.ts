import type { QueryOf } from '#sync/apiTypes.ts'
import { pagesOf } from '#sync/transport/queryOf.ts'

export type AssignmentWish = Omit<QueryOf<'GET /assignments'>, 'limit' | 'cursor'>

export const assignmentsQuery = (query: AssignmentWish) => pagesOf('GET /assignments', { query })
