// Reads that several parts of administration make.
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { ResponseOf } from '../../lib/apiTypes.ts'

export type CatalogueHead = ResponseOf<'GET /catalogues'>['items'][number]
export type AllSettings = ResponseOf<'GET /settings'>

export const cataloguesQuery = queryOptions({
  queryKey: ['GET /catalogues'],
  queryFn: ({ signal }) => api('GET /catalogues', { signal }),
})

export const settingsQuery = queryOptions({
  queryKey: ['GET /settings'],
  queryFn: ({ signal }) => api('GET /settings', { signal }),
})
