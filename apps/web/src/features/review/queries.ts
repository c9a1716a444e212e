import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type Wish = QueryOf<'GET /submissions'>

/** Reports within the post's reach by filters, the first due first, in pages. */
export const queueQuery = (wish: Wish) =>
  infiniteQueryOptions({
    queryKey: ['GET /submissions', 'queue', wish],
    queryFn: ({ pageParam }) => api('GET /submissions', { query: { ...wish, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: 60_000,
  })

/** The history of a report, newest first, in pages. */
export const eventsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['GET /submissions/:id/events', id],
    queryFn: ({ pageParam }) =>
      api('GET /submissions/:id/events', { params: { id }, query: { cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** The region's workflow steps, to say where a move leads. */
export const settingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/form', id, 'settings'],
    queryFn: async () => (await api('GET /submissions/:id/form', { params: { id } })).settings,
    staleTime: 600_000,
  })
