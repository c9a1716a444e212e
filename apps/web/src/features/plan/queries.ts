import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type Period = ResponseOf<'GET /periods'>['items'][number]
export type Wave = ResponseOf<'GET /waves'>['items'][number]
export type Assignment = ResponseOf<'GET /assignments'>['items'][number]
export type AssignmentState = Assignment['state']
export type Preview = ResponseOf<'POST /obligations/preview'>
export type Planned = Preview['items'][number]

/** Periods of all years: last year's dates are copied into the next. */
export const periodsQuery = queryOf('GET /periods')

export const wavesQuery = queryOf('GET /waves')

/** How many rows of these report types are in a state, up to one page. */
export const assignmentCountQuery = (year: number, state: AssignmentState, types: readonly ReportType[]) => ({
  ...queryOf('GET /assignments', { query: { year, state, limit: 200 } }),
  select: ({ items, next }: ResponseOf<'GET /assignments'>) => {
    const own = items.filter(line => types.includes(reportTypeOf(line.form)))
    const rows = new Set(own.map(line => `${line.form} ${line.row}`))
    return { rows: rows.size, more: next !== null }
  },
})

/** Computes and stores nothing, so it is read like a list. */
export const previewQuery = (year: number) => queryOf('POST /obligations/preview', { body: { year } })
