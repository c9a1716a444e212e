// Queries shared by several sections of administration.
import { queryOptions } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type CatalogueHead = ResponseOf<'GET /catalogues'>['items'][number]
export type AllSettings = ResponseOf<'GET /settings'>

export const cataloguesQuery = queryOptions({
  queryKey: ['GET /catalogues'],
  queryFn: () => api('GET /catalogues'),
})

export const settingsQuery = queryOptions({
  queryKey: ['GET /settings'],
  queryFn: () => api('GET /settings'),
})

/** The catalogue of a form that can be filled in, to choose one of its rows. */
export const catalogueQuery = (form: string) =>
  queryOptions({
    queryKey: ['GET /forms/:type/:form', form],
    queryFn: () => {
      const [type = '', name = ''] = form.split('/')
      return api('GET /forms/:type/:form', { params: { type, form: name } })
    },
  })
