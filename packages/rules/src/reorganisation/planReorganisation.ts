import { isPractice, periodEnd, periodYear } from '../periods/period.ts'
import type { FormId } from '../reportTypes.ts'
import { reportTypeOf } from '../reportTypes.ts'
import {
  type Belongings,
  type ChosenSort,
  choiceOf,
  type Handed,
  type OwnAssignment,
  type OwnReport,
  type Reorganisation,
  type ReorganisationPlan,
  type ReportOutcome,
  rowChoice,
  type WhyStays,
} from './reorganisation.ts'

const yearOf = ({ period }: Pick<OwnReport, 'period'>): number => periodYear(period)

/** The first year in which the office does not exist on the first day. */
const firstFullYear = (date: string): number => Number(date.slice(0, 4)) + (date.endsWith('-01-01') ? 0 : 1)

/** Who takes over the rows of a form in a year; the first successor where it has none. */
const receiversIn = (
  { assignments }: Belongings,
  { successors, choices }: Reorganisation,
  form: FormId,
  year: number,
): string[] => {
  const own = assignments.filter(a => a.form === form && a.fromYear <= year && (a.toYear ?? year) >= year)
  return own.length === 0 ? [successors[0]] : [...new Set(own.map(a => choices[rowChoice(a)] ?? successors[0]))]
}

/** Why the reports of one report type and year cannot move; null: they can. */
const whyStays = (group: OwnReport[], belongings: Belongings, wish: Reorganisation): WhyStays | null => {
  if (group.some(({ frozen }) => frozen)) return 'submitted'
  const year = yearOf(group[0]!)
  const receivers = new Set(group.flatMap(({ form }) => receiversIn(belongings, wish, form, year)))
  // An office owes nothing for a period that was over before its first day.
  const isOver = ({ period }: OwnReport, office: string) => periodEnd(period) < (belongings.begins[office] ?? '')
  if (group.some(report => [...receivers].some(office => isOver(report, office)))) return 'before'
  // A receiver's submission never had these rows, so no office would report them.
  const isFiled = ({ form, period }: OwnReport) =>
    belongings.owed.some(o => o.frozen && receivers.has(o.office) && o.form === form && o.period === period)
  if (group.some(isFiled)) return 'both-owe'
  if (!group.some(({ begun }) => begun)) return null
  if (receivers.size > 1) return 'several'
  const type = reportTypeOf(group[0]!.form)
  return belongings.owed.some(
    o => receivers.has(o.office) && reportTypeOf(o.form) === type && yearOf(o) === year && !isPractice(o.period),
  )
    ? 'both-owe'
    : null
}

interface TypePlan {
  /** Up to this year everything stays. */
  lastStaying: number
  why: Map<number, WhyStays>
  /** The first year in which rows are the successors'. */
  from: number
}

/** Reports of one type and year read each other and share rows, so they move or stay together. */
const planType = (all: OwnReport[], belongings: Belongings, wish: Reorganisation): TypePlan => {
  const reports = all.filter(({ period }) => !isPractice(period))
  const why = new Map<number, WhyStays>()
  for (const [year, group] of Map.groupBy(reports, yearOf)) {
    const reason = whyStays(group, belongings, wish)
    if (reason !== null) why.set(year, reason)
  }
  const lastStaying = Math.max(...why.keys(), Number.NEGATIVE_INFINITY)
  const moving = reports.map(yearOf).filter(year => year > lastStaying)
  const from = Math.max(lastStaying + 1, Math.min(firstFullYear(wish.date), ...moving))
  return { lastStaying, why, from }
}

const outcomeOf = (
  report: OwnReport,
  { lastStaying, why }: TypePlan,
  belongings: Belongings,
  wish: Reorganisation,
): ReportOutcome => {
  if (report.begun && isPractice(report.period)) return { stays: 'practice' }
  const year = yearOf(report)
  if (year <= lastStaying) return { stays: report.frozen ? 'submitted' : (why.get(year) ?? 'together') }
  const receivers = receiversIn(belongings, wish, report.form, year)
  const owes = (office: string) =>
    belongings.owed.some(o => o.office === office && o.form === report.form && o.period === report.period)
  const without = receivers.filter(office => office !== wish.office && !owes(office))
  // An office that continues keeps it; others owe it too.
  if (receivers.includes(wish.office)) return { to: wish.office, also: without }
  const [to, ...also] = without
  return to === undefined ? { covered: receivers } : { to, also }
}

/**
 * What becomes of everything an office has when it is merged into another, or split (design §4, decision 0049). What was
 * submitted or approved stays in its name, and with it the report type of that year; the rest goes to those who
 * take over its rows. Rows move from the first year of which no report stays, so that each report keeps its rows.
 */
export const planReorganisation = (belongings: Belongings, wish: Reorganisation): ReorganisationPlan => {
  const { office, successors, choices, date } = wish
  const types = Map.groupBy(belongings.reports, ({ form }) => reportTypeOf(form))
  const plans = new Map([...types].map(([type, reports]) => [type, planType(reports, belongings, wish)]))
  const fromYear = ({ form }: OwnAssignment): number => plans.get(reportTypeOf(form))?.from ?? firstFullYear(date)
  const handed = (ids: string[], sort?: ChosenSort): Handed[] =>
    ids
      .map(id => ({ id, to: (sort && choices[choiceOf(sort, id)]) ?? successors[0] }))
      .filter(({ to }) => to !== office)
  return {
    ends: !successors.includes(office),
    reports: belongings.reports.map(report => ({
      ...report,
      outcome: outcomeOf(report, plans.get(reportTypeOf(report.form))!, belongings, wish),
    })),
    assignments: belongings.assignments
      .map(a => ({ ...a, to: choices[rowChoice(a)] ?? successors[0], from: Math.max(fromYear(a), a.fromYear) }))
      .filter(({ to, from, toYear }) => to !== office && from <= (toYear ?? from)),
    posts: handed(belongings.posts, 'post'),
    keys: handed(belongings.keys, 'key'),
    contributions: handed(belongings.contributions),
    units: handed(belongings.units),
  }
}
