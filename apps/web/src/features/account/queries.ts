import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export const sessionsQuery = queryOptions({
  queryKey: ['GET /sessions'],
  queryFn: () => api('GET /sessions'),
})

export const secondFactorQuery = queryOptions({
  queryKey: ['GET /second-factor'],
  queryFn: () => api('GET /second-factor'),
})

export type AccountEvent = ResponseOf<'GET /session/events'>['items'][number]

export const accountEventsQuery = infiniteQueryOptions({
  queryKey: ['GET /session/events', 'all'],
  queryFn: ({ pageParam }) => api('GET /session/events', { query: { limit: 10, cursor: pageParam } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: page => page.next ?? undefined,
})
