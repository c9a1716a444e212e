// The order in which an office works through the reports of a year. It follows from what each kind declares of its sources.

import { periodYear } from '../periods/period.ts'
import type { FormId } from '../reportTypes.ts'
import { reportTypeOf } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import { kinds } from './index.ts'

export interface FormInPeriod {
  form: FormId
  period: PeriodKey
}

const ownSources = ({ form, period }: FormInPeriod) =>
  Object.values(kinds[form]?.sources(period) ?? {}).filter(source => source.of !== 'region')

/** What must have been submitted before this can be started: without it, there is nothing to fill in. */
export const prerequisitesOf = (report: FormInPeriod): FormInPeriod[] =>
  ownSources(report)
    .filter(({ first }) => first)
    .map(({ form, period }) => ({ form, period }))

/** The reports of the same type, office and year that this one follows: what it reads, and what its kind names besides. */
export function precedingReports(report: FormInPeriod): FormInPeriod[] {
  const named = [...ownSources(report), ...(kinds[report.form]?.after?.(report.period) ?? [])]
  return named
    .filter(
      ({ form, period }) =>
        reportTypeOf(form) === reportTypeOf(report.form) && periodYear(period) === periodYear(report.period),
    )
    .map(({ form, period }) => ({ form, period }))
}
