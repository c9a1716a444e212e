import { periodKey } from '@sepakat/rules/periods/period.ts'

export interface FormKind {
  form: string
  period: 'year' | 'quarter'
}
interface PeriodId {
  form: string
  key: string
}

/** The periods of a year for a form of this kind, without practice. */
export const keysOf = (kind: FormKind['period'], year: number): string[] =>
  kind === 'year'
    ? [periodKey({ year, quarter: null, practice: false })]
    : ([1, 2, 3, 4] as const).map(quarter => periodKey({ year, quarter, practice: false }))

/** The forms' periods missing in a year, in the order of forms and quarters. */
export const missingPeriods = (forms: readonly FormKind[], periods: readonly PeriodId[], year: number) => {
  const there = new Set(periods.map(one => `${one.form} ${one.key}`))
  return forms.flatMap(({ form, period }) =>
    keysOf(period, year).flatMap(key => (there.has(`${form} ${key}`) ? [] : [{ form, key }])),
  )
}
