// Queries that several features use.
import type { QueryOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

const longEnough = 600_000

export const formsQuery = { ...queryOf('GET /forms'), staleTime: longEnough }

export const officesQuery = { ...queryOf('GET /offices'), staleTime: longEnough }

/** Parts of other offices' reports assigned to the current user. */
export const contributionsQuery = queryOf('GET /contributions', {}, { device: 'at-once' })

export const overviewQuery = (year: number) => queryOf('GET /overview', { query: { year } })

export const periodsQuery = (year: number | undefined) => ({
  ...queryOf('GET /periods', { query: { year } }),
  staleTime: longEnough,
})

export const announcementsQuery = { ...queryOf('GET /announcements', {}, { device: 'at-once' }), staleTime: 60_000 }

/** What was asked about figures, the newest first. */
export const questionsQuery = (query: QueryOf<'GET /questions'>) => queryOf('GET /questions', { query })
