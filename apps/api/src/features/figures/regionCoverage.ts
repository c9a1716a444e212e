import {
  countedRowsOf,
  filedPeriods,
  loadNotUsing,
  loadOwing,
  otherRulesIn,
  owingOffices,
  type Queryable,
  type RowOwner,
  reportsSeen,
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
  const reports = await reportsSeen(tx, all)
  const owed = [...new Set(periods.map(({ form }) => form))]
  const [othersIn, countedIn, isNotUsing, owing] = await Promise.all([
    otherRulesIn(reports),
    countedRowsOf(reports),
    loadNotUsing(tx, all),
    loadOwing(tx, owed, ask.year),
  ])
  return periods.flatMap(({ form, period }) => {
    const own = owing(form, period)
    if (!own) return []
    const coverage = coverageOf(own, countedIn(form, period))
    const otherRules = othersIn(form, period).length > 0
    const notUsing = owingOffices(own, ({ id }) => isNotUsing(id, form, period))
    return coverage.owed === 0 ? [] : [{ form, period, coverage, standing: standingOf(coverage, otherRules), notUsing }]
  })
}
