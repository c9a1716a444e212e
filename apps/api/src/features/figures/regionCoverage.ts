import {
  countedRowsOf,
  filedPeriods,
  loadNotUsing,
  loadOwing,
  otherRulesIn,
  owingOffices,
  type Queryable,
  type RowOwner,
} from '@sepakat/db'
import {
  type Coverage,
  type CoverageStanding,
  coverageOf,
  type FormId,
  kinds,
  type PeriodKey,
  type ReportType,
  reportTypeOf,
  standingOf,
} from '@sepakat/rules'

export interface RegionCoverage {
  form: FormId
  period: PeriodKey
  coverage: Coverage
  standing: CoverageStanding
  /** Those who owe something of it and cannot file yet. */
  notUsing: RowOwner[]
}

/** How much is in of every form with a recap, for the periods of a year; what was only submitted counts as reported. In one `snapshot`, as the recap. */
export const regionCoverage = async (
  tx: Queryable,
  ask: { year: number; reportTypes: readonly ReportType[] | null },
): Promise<RegionCoverage[]> => {
  const forms = Object.values(kinds)
    .filter(({ form, consolidate }) => consolidate && (ask.reportTypes?.includes(reportTypeOf(form)) ?? true))
    .map(({ form }) => form)
  const periods = await filedPeriods(tx, { forms, year: ask.year })
  const keys = [...new Set(periods.map(({ period }) => period))]
  const all = { forms, periods: keys, provisional: true }
  const owed = [...new Set(periods.map(({ form }) => form))]
  const [others, countedIn, isNotUsing, ...owing] = await Promise.all([
    otherRulesIn(tx, all),
    countedRowsOf(tx, all),
    loadNotUsing(tx, all),
    ...owed.map(form => loadOwing(tx, form, ask.year)),
  ])
  return periods.flatMap(({ form, period }) => {
    const own = owing[owed.indexOf(form)]?.(period)
    if (!own) return []
    const coverage = coverageOf(own, countedIn(form, period))
    const otherRules = others.some(one => one.form === form && one.period === period)
    const notUsing = owingOffices(own, ({ id }) => isNotUsing(id, form, period))
    return coverage.owed === 0 ? [] : [{ form, period, coverage, standing: standingOf(coverage, otherRules), notUsing }]
  })
}
