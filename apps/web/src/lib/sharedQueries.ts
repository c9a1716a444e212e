// Reads that several features make: one key each, so that they share what was read.
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { firstFromCopies } from './device/firstFromCopies.ts'

const longEnough = 600_000

export const formsQuery = queryOptions({
  queryKey: ['GET /forms'],
  queryFn: ({ signal }) => api('GET /forms', { signal }),
  staleTime: longEnough,
})

export const officesQuery = queryOptions({
  queryKey: ['GET /offices'],
  queryFn: ({ signal }) => api('GET /offices', { signal }),
  staleTime: longEnough,
})

/** Parts of other offices' reports that were handed to who asks. */
export const contributionsQuery = queryOptions({
  queryKey: ['GET /contributions'],
  queryFn: firstFromCopies((read, signal) => read('GET /contributions', { signal })),
})

export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: ['GET /overview', year],
    queryFn: ({ signal }) => api('GET /overview', { query: { year }, signal }),
  })

export const periodsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['GET /periods', year],
    queryFn: ({ signal }) => api('GET /periods', { query: { year }, signal }),
    staleTime: longEnough,
  })

export const announcementsQuery = queryOptions({
  queryKey: ['GET /announcements'],
  queryFn: firstFromCopies((read, signal) => read('GET /announcements', { signal })),
  staleTime: 60_000,
})
