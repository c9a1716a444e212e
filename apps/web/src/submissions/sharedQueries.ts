// Queries that several features use: one key each, so that they share the data.
import { queryOptions } from '@tanstack/react-query'
import { api } from '#sync/transport/api.ts'
import { cacheFirst } from '#sync/transport/cacheFirst.ts'

const longEnough = 600_000

export const formsQuery = queryOptions({
  queryKey: ['GET /forms'],
  queryFn: () => api('GET /forms'),
  staleTime: longEnough,
})

export const officesQuery = queryOptions({
  queryKey: ['GET /offices'],
  queryFn: () => api('GET /offices'),
  staleTime: longEnough,
})

/** Parts of other offices' reports assigned to the current user. */
export const contributionsQuery = queryOptions({
  queryKey: ['GET /contributions'],
  queryFn: cacheFirst(read => read('GET /contributions')),
})

export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: ['GET /overview', year],
    queryFn: () => api('GET /overview', { query: { year } }),
  })

export const periodsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['GET /periods', year],
    queryFn: () => api('GET /periods', { query: { year } }),
    staleTime: longEnough,
  })

export const announcementsQuery = queryOptions({
  queryKey: ['GET /announcements'],
  queryFn: cacheFirst(read => read('GET /announcements')),
  staleTime: 60_000,
})
