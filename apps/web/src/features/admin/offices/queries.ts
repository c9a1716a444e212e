import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import type { ResponseOf } from '../../../lib/apiTypes.ts'

export type OfficeFull = ResponseOf<'GET /offices/:id'>
export type Span = OfficeFull['spans'][number]

export const officeKey = ['GET /offices/:id'] as const

export const officeQuery = (id: string) =>
  queryOptions({
    queryKey: [...officeKey, id],
    queryFn: ({ signal }) => api('GET /offices/:id', { params: { id }, signal }),
  })
