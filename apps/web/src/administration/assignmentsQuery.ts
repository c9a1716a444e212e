import { infiniteQueryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type AssignmentWish = Omit<QueryOf<'GET /assignments'>, 'limit' | 'cursor'>

export const assignmentsKey = ['GET /assignments'] as const
export const assignmentsQuery = (wish: AssignmentWish) =>
  infiniteQueryOptions({
    queryKey: [...assignmentsKey, 'list', wish],
    queryFn: ({ pageParam }) => api('GET /assignments', { query: { ...wish, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
