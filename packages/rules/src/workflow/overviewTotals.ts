import { type FormId, type ReportType, reportTypeOf } from '../reportTypes.ts'
import type { ReportStatus } from './statuses.ts'

/** So many reports that are owed and are alike. `again`: a Perubahan, after one that was approved. */
export interface OwedCount {
  form: FormId
  status: ReportStatus
  again: boolean
  late: boolean
  count: number
}

/** How many reports of a type are owed, and of them created, submitted, approved, late. */
export interface OverviewTotal {
  reportType: ReportType
  all: number
  begun: number
  submitted: number
  approved: number
  late: number
}

const isSubmitted: readonly ReportStatus[] = ['submitted', 'in-review', 'second-review', 'approved']

/** Counts what is owed by report type, in the order in which the types come. What a Perubahan changes counts as approved until that is approved in its turn. */
export const overviewTotals = (owed: readonly OwedCount[]): OverviewTotal[] =>
  [...Map.groupBy(owed, ({ form }) => reportTypeOf(form))].map(([reportType, alike]) => {
    const count = (is: (one: OwedCount) => boolean): number =>
      alike.reduce((sum, one) => sum + (is(one) ? one.count : 0), 0)
    return {
      reportType,
      all: count(() => true),
      begun: count(({ status }) => status !== 'not-begun'),
      submitted: count(({ status, again }) => again || isSubmitted.includes(status)),
      approved: count(({ status, again }) => again || status === 'approved'),
      late: count(({ late }) => late),
    }
  })
