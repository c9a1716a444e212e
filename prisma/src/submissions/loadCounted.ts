import { type CountedFigure, type FormId, type PeriodKey, periodYear, type RuleSet } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { rulesOfYear } from '../forms/ruleSets.ts'
import { countedFigures, type FiguresOfRevision } from './countedFigures.ts'
import { type LoadedOwing, loadOwing } from './loadOwing.ts'
import { type OtherRules, otherRulesIn } from './otherRules.ts'
import { reportsSeen } from './reportsSeen.ts'

/** What counts of a form in a period, who owes it, and by which rules: without what its reports call their rows. */
export interface LoadedCounted extends LoadedOwing {
  period: PeriodKey
  rules: RuleSet
  /** The revisions that count. */
  revisions: FiguresOfRevision[]
  /** Reports that count with figures of another rule set: those still to be computed, and those that cannot be. */
  otherRules: OtherRules[]
}

/** Of each of these periods; none where the form was never published. In one `snapshot`, so that figures, rules and what is pending are of the same moment. */
export const loadCounted = async (
  tx: Queryable,
  { form, periods, provisional }: { form: FormId; periods: readonly PeriodKey[]; provisional: boolean },
): Promise<LoadedCounted[]> => {
  const years = [...new Set(periods.map(periodYear))]
  const reports = await reportsSeen(tx, { forms: [form], periods, provisional })
  const [othersIn, owing, rules, revisions] = await Promise.all([
    otherRulesIn(reports),
    Promise.all(years.map(year => loadOwing(tx, [form], year))),
    Promise.all(years.map(year => rulesOfYear(tx, year))),
    Promise.all(periods.map(period => countedFigures(reports, { form, period }))),
  ])
  return periods.flatMap((period, n) => {
    const at = years.indexOf(periodYear(period))
    const own = owing[at]?.(form, period)
    const set = rules[at]
    if (!own || set === undefined) return []
    return {
      ...own,
      period,
      rules: set,
      revisions: (revisions[n] ?? []).filter(({ figures }) => figures.length > 0),
      otherRules: othersIn(form, period),
    }
  })
}

/** The figures of revisions, each with its office and whether it is final. */
export const figuresOfAll = (revisions: readonly FiguresOfRevision[]): CountedFigure[] =>
  revisions.flatMap(({ officeId: office, standing, figures }) => figures.map(figure => ({ office, standing, figure })))
