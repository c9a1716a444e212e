import { type FormId, type ReportType, reportTypeOf } from '../reportTypes.ts'
import { isLate, type Lateness } from './lateness.ts'
import type { ReportStatus } from './statuses.ts'

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
export const overviewTotals = (owed: readonly (Lateness & { form: FormId })[], now: Date): OverviewTotal[] =>
  [...Map.groupBy(owed, ({ form }) => reportTypeOf(form))].map(([reportType, all]) => {
    const count = (is: (one: Lateness) => boolean): number => all.filter(is).length
    return {
      reportType,
      all: all.length,
      begun: count(({ status }) => status !== 'not-begun'),
      submitted: count(({ status, number }) => number > 1 || isSubmitted.includes(status)),
      approved: count(({ status, number }) => number > 1 || status === 'approved'),
      late: count(one => isLate(one, now)),
    }
  })
