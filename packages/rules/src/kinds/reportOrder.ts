// The working order of the reports of a year. It follows from the sources each kind declares.

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

/** What must have been submitted before this can be created: without it, there is nothing to fill in. */
export const prerequisitesOf = (report: FormInPeriod): FormInPeriod[] =>
  ownSources(report)
    .filter(({ first }) => first)
    .map(({ form, period }) => ({ form, period }))

/** The reports of the same type, office and year that this one follows: its sources, and those its kind names in `after`. */
export function precedingReports(report: FormInPeriod): FormInPeriod[] {
  const named = [...ownSources(report), ...(kinds[report.form]?.after?.(report.period) ?? [])]
  return named
    .filter(
      ({ form, period }) =>
        reportTypeOf(form) === reportTypeOf(report.form) && periodYear(period) === periodYear(report.period),
    )
    .map(({ form, period }) => ({ form, period }))
}
