import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export type Person = ResponseOf<'GET /people/:id'>
export type PeopleWish = Pick<QueryOf<'GET /people'>, 'q' | 'office' | 'role' | 'state'>

export const peopleQuery = (query: PeopleWish) => pagesOf('GET /people', { query })

export const personQuery = (id: string) => queryOf('GET /people/:id', { params: { id } })
