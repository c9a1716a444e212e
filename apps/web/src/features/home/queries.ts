import { statuses } from '@sepakat/rules/workflow/statuses.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf, ReportLine } from '#sync/apiTypes.ts'
import type { Reviewer } from '#sync/session/useReviewer.ts'
import { api } from '#sync/transport/api.ts'
import { cacheFirst } from '#sync/transport/cacheFirst.ts'

type Wish = QueryOf<'GET /obligations'>
const most = 200
const unfinished = ['not-begun', ...statuses.filter(status => status !== 'approved')].join()

/** Everything an office owes in a year: rarely more than a hundred lines, so all pages are read. */
export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: ['GET /obligations', 'year', year],
    queryFn: cacheFirst(read => allLines(read, { year, limit: most })),
  })

/** What is not approved yet, of whatever year; practice is a list of its own. */
export const unfinishedQuery = (practice: boolean) =>
  queryOptions({
    queryKey: ['GET /obligations', 'unfinished', practice],
    queryFn: cacheFirst(read => allLines(read, { status: unfinished, practice, limit: most })),
  })

/** What is still with the offices, the first due first. */
export const withOfficesQuery = (reviewer: Reviewer | undefined) =>
  queryOptions({
    queryKey: ['GET /obligations', 'with offices', reviewer],
    queryFn: async () => (await api('GET /obligations', { query: { open: true, limit: most, reviewer } })).items,
  })

const mostPages = 5
async function allLines(read: typeof api, query: Wish): Promise<ReportLine[]> {
  const lines: ReportLine[] = []
  let cursor: string | undefined
  for (let n = 0; n < mostPages; n += 1) {
    const page = await read('GET /obligations', { query: { ...query, cursor } })
    lines.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  return lines
}

/** Submitted reports with one or more statuses, oldest first. */
export const submissionsQuery = (query: { status: string; mine?: boolean; reviewer?: Reviewer }) =>
  infiniteQueryOptions({
    queryKey: ['GET /submissions', query],
    queryFn: ({ pageParam }) => api('GET /submissions', { query: { ...query, limit: 10, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** Offices that request a reopening. */
export const reopenRequestsQuery = queryOptions({
  queryKey: ['GET /reopen-requests'],
  queryFn: () => api('GET /reopen-requests'),
})

/** Catalogue rows of a year that have no owner, or more than one. */
export const assignmentsQuery = (year: number, state: 'unowned' | 'double') =>
  queryOptions({
    queryKey: ['GET /assignments', year, state],
    queryFn: () => api('GET /assignments', { query: { year, state, limit: most } }),
  })

export const plannedQuery = (year: number) =>
  queryOptions({
    queryKey: ['POST /obligations/preview', year],
    queryFn: () => api('POST /obligations/preview', { body: { year } }),
  })

/** People who have no code yet, or did not use it. */
export const neverSignedInQuery = queryOptions({
  queryKey: ['GET /people', 'never-signed-in'],
  queryFn: () => api('GET /people', { query: { state: 'never-signed-in', limit: most } }),
})

/** What was done to the current user's account, newest first. */
export const accountNewsQuery = queryOptions({
  queryKey: ['GET /session/events'],
  queryFn: () => api('GET /session/events', { query: { limit: 10 } }),
})
