import { statuses } from '@sepakat/rules/workflow/statuses.ts'
import type { Reviewer } from '#sync/session/useReviewer.ts'
import { everyPageOf, pagesOf, queryOf } from '#sync/transport/queryOf.ts'

const most = 200
const home = { device: 'at-once', mostPages: 5 } as const
const unfinished = ['not-begun', ...statuses.filter(status => status !== 'approved')].join()

/** Everything an office owes in a year: rarely more than a hundred lines, so all pages are read. */
export const yearQuery = (year: number) => everyPageOf('GET /obligations', { query: { year, limit: most } }, home)

/** What is not approved yet, of whatever year; practice is a list of its own. */
export const unfinishedQuery = (practice: boolean) =>
  everyPageOf('GET /obligations', { query: { status: unfinished, practice, limit: most } }, home)

/** What is still with the offices, the first due first. */
export const withOfficesQuery = (reviewer: Reviewer | undefined) =>
  everyPageOf('GET /obligations', { query: { open: true, limit: most, reviewer } }, { mostPages: 1 })

/** Submitted reports with one or more statuses, oldest first. */
export const submissionsQuery = (query: { status: string; mine?: boolean; reviewer?: Reviewer }) =>
  pagesOf('GET /submissions', { query: { ...query, limit: 10 } })

/** Catalogue rows of a year that have no owner, or more than one. */
export const assignmentsQuery = (year: number, state: 'unowned' | 'double') =>
  queryOf('GET /assignments', { query: { year, state, limit: most } })

export const plannedQuery = (year: number) => queryOf('POST /obligations/preview', { body: { year } })

/** People who have no code yet, or did not use it. */
export const neverSignedInQuery = queryOf('GET /people', { query: { state: 'never-signed-in', limit: most } })

/** What was done to the current user's account, newest first. */
export const accountNewsQuery = queryOf('GET /session/events', { query: { limit: 10 } })
