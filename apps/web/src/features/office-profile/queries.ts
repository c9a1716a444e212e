import { statuses } from '@sepakat/rules/workflow/statuses.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { everyPageOf, queryOf } from '#sync/transport/queryOf.ts'

export type Reporting = ResponseOf<'GET /offices/:id/reporting'>
export type FigureLine = ResponseOf<'GET /figures'>['items'][number]

export const reportingQuery = (id: string) => queryOf('GET /offices/:id/reporting', { params: { id } })

/** What the office owes in a year: rarely more than a hundred lines, with those of the units below it. */
export const reportsQuery = (office: string, year: number) =>
  everyPageOf('GET /obligations', { query: { office, year, limit: 200 } }, { mostPages: 5 })

/** What is under way, of whatever year: notes are open on these alone. */
export const underWayQuery = (office: string) =>
  everyPageOf(
    'GET /obligations',
    { query: { office, status: statuses.filter(status => status !== 'approved').join(), limit: 200 } },
    { mostPages: 2 },
  )

/** Figures of whole reports of a year. */
export const officeFiguresQuery = (office: string, year: number) =>
  everyPageOf('GET /figures', { query: { office, year, row: '', provisional: true, limit: 200 } }, { mostPages: 5 })
