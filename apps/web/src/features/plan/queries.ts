import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { queryOptions } from '@tanstack/react-query'
import { assignmentsKey } from '#administration/assignmentsQuery.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type Period = ResponseOf<'GET /periods'>['items'][number]
export type Wave = ResponseOf<'GET /waves'>['items'][number]
export type Assignment = ResponseOf<'GET /assignments'>['items'][number]
export type AssignmentState = Assignment['state']
export type Preview = ResponseOf<'POST /obligations/preview'>
export type Planned = Preview['items'][number]

/** Periods of all years: last year's dates are copied into the next. */
export const periodsQuery = queryOptions({
  queryKey: ['GET /periods'],
  queryFn: () => api('GET /periods'),
})

export const wavesQuery = queryOptions({
  queryKey: ['GET /waves'],
  queryFn: () => api('GET /waves'),
})

/** How many rows of these report types are in a state, up to one page. */
export const assignmentCountQuery = (year: number, state: AssignmentState, types: readonly ReportType[]) =>
  queryOptions({
    queryKey: [...assignmentsKey, 'count', year, state, types],
    queryFn: async () => {
      const { items, next } = await api('GET /assignments', { query: { year, state, limit: 200 } })
      const own = items.filter(line => types.includes(reportTypeOf(line.form)))
      const rows = new Set(own.map(line => `${line.form} ${line.row}`))
      return { rows: rows.size, more: next !== null }
    },
  })

export const previewKey = ['POST /obligations/preview'] as const
/** Computes and stores nothing, so it is read like a list. */
export const previewQuery = (year: number) =>
  queryOptions({
    queryKey: [...previewKey, year],
    queryFn: () => api('POST /obligations/preview', { body: { year } }),
  })
