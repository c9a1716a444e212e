import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type Person = ResponseOf<'GET /people/:id'>
export type PeopleWish = Pick<QueryOf<'GET /people'>, 'q' | 'office' | 'role' | 'state'>

export const peopleKey = ['GET /people'] as const

export const peopleQuery = (wish: PeopleWish) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, wish],
    queryFn: ({ pageParam }) => api('GET /people', { query: { ...wish, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /people/:id', id],
    queryFn: () => api('GET /people/:id', { params: { id } }),
  })
