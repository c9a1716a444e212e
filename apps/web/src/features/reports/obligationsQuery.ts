import { infiniteQueryOptions } from '@tanstack/react-query'
import type { QueryOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

/** What offices owe and its state, by filters, in pages. */
export const obligationsQuery = (query: QueryOf<'GET /obligations'>) =>
  infiniteQueryOptions({
    queryKey: ['GET /obligations', 'list', query],
    queryFn: ({ pageParam }) => api('GET /obligations', { query: { ...query, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
