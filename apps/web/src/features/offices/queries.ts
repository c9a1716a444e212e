import { queryOptions } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type OfficeFull = ResponseOf<'GET /offices/:id'>
export type Span = OfficeFull['spans'][number]

export const officeKey = ['GET /offices/:id'] as const

export const reorganisationKey = ['GET /offices/:id/reorganisation'] as const
export const reorganisationQuery = (id: string) =>
  queryOptions({
    queryKey: [...reorganisationKey, id],
    queryFn: () => api('GET /offices/:id/reorganisation', { params: { id } }),
  })

export const officeQuery = (id: string) =>
  queryOptions({
    queryKey: [...officeKey, id],
    queryFn: () => api('GET /offices/:id', { params: { id } }),
  })

/** The request for a merge or split. */
export interface Wish {
  successors: string[]
  date: string
  /** The successor chosen for each item. */
  choices: Record<string, string>
}

/** What it would move and leave. Nothing is stored. */
export const reorganisePreviewQuery = (id: string, wish: Wish) =>
  queryOptions({
    queryKey: ['POST /offices/:id/reorganisation/preview', id, wish],
    queryFn: () => api('POST /offices/:id/reorganisation/preview', { params: { id }, body: wish }),
  })
