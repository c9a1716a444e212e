// Queries shared by several sections of administration.
import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export type CatalogueHead = ResponseOf<'GET /catalogues'>['items'][number]
export type AllSettings = ResponseOf<'GET /settings'>

export const cataloguesQuery = queryOf('GET /catalogues')

export const settingsQuery = queryOf('GET /settings')

/** The catalogue of a form that can be filled in, to choose one of its rows. */
export const catalogueQuery = (form: string) => {
  const [type = '', name = ''] = form.split('/')
  return queryOf('GET /forms/:type/:form', { params: { type, form: name } })
}

export type AssignmentWish = Omit<QueryOf<'GET /assignments'>, 'limit' | 'cursor'>

export const assignmentsQuery = (query: AssignmentWish) => pagesOf('GET /assignments', { query })
