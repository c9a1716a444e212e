import { type FormId, type ReportType, reportTypeOf, reportTypes } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import { type Plan, type PlannedObligation, planObligations } from './planObligations.ts'

/** The plan of a year, and the offices as they are in it. */
export interface YearPlan {
  plan: Plan
  /** What each office is called in the year. */
  names: ReadonlyMap<string, string>
  /** Whether an office can owe for a period: it exists by its end, and has not ended before the year. */
  isThere: (office: string, period: PeriodKey) => boolean
}

/** What is owed already. */
export interface OwedObligation {
  id: string
  officeId: string
  form: FormId
  period: PeriodKey
  /** The one that counts. */
  dueAt: Date
  /** Until when its office is to send it, or what was returned of it; null where it was sent. */
  expectedAt: Date | null
  /** Its due date was moved by itself. */
  extended: boolean
  practice: boolean
  /** Its report was created. */
  begun: boolean
}

export interface ComparedObligation
  extends PlannedObligation,
    Pick<OwedObligation, 'expectedAt' | 'extended' | 'begun'> {
  /** Null while it is new. */
  id: string | null
  office: string
  /** `orphan`: is owed, but nothing asks for it any more. */
  state: 'new' | 'exists' | 'orphan'
}

/** The obligations of a year as the plan asks for them now, beside those there are; of some report types, or (none named) of all. */
export function compareObligations(
  { plan, names, isThere }: YearPlan,
  owed: readonly OwedObligation[],
  types: readonly ReportType[] = [],
): ComparedObligation[] {
  const asked = planObligations(plan).filter(({ officeId, period }) => isThere(officeId, period))
  const existing = new Map(owed.map(o => [keyOf(o), o]))
  const wanted = new Set(asked.map(keyOf))
  const compared = [
    ...asked.map(o => {
      const owed = existing.get(keyOf(o))
      const { id = null, dueAt = o.dueAt, expectedAt = null, extended = false, begun = false } = owed ?? {}
      const state = id === null ? ('new' as const) : ('exists' as const)
      return { ...o, id, dueAt, expectedAt, extended, begun, office: names.get(o.officeId) ?? '', state }
    }),
    ...owed
      .filter(o => !wanted.has(keyOf(o)))
      .map(o => ({ ...o, rows: 0, office: names.get(o.officeId) ?? '', state: 'orphan' as const })),
  ]
  return compared.filter(({ form }) => types.length === 0 || types.includes(reportTypeOf(form)))
}

const keyOf = (o: { officeId: string; form: string; period: string }): string => `${o.officeId} ${o.form} ${o.period}`

/** An office that owes something in a year and that no wave switches on for it. */
export interface OutsideWaves {
  id: string
  name: string
  reportTypes: ReportType[]
}

/** Those of a year, by name; of some report types, or (none named) of all. */
export function officesOutsideWaves(
  { plan, names, isThere }: YearPlan,
  year: number,
  asked: readonly ReportType[] = [],
): OutsideWaves[] {
  const officeIds = [...new Set(plan.assignments.flatMap(({ officeId }) => officeId ?? []))]
  const types = [...(asked.length === 0 ? reportTypes : asked)]
  const typeKey = ({ officeId, form }: PlannedObligation) => `${officeId} ${reportTypeOf(form)}`
  const switchedOn = new Set(planObligations(plan).map(typeKey))
  const everyone = { fromPeriod: `${year}-TW1` as PeriodKey, officeIds, reportTypes: types }
  const outside = planObligations({ ...plan, waves: [everyone] }).filter(
    o => isThere(o.officeId, o.period) && !switchedOn.has(typeKey(o)),
  )
  return [...Map.groupBy(outside, ({ officeId }) => officeId)]
    .map(([id, own]) => ({
      id,
      name: names.get(id) ?? '',
      reportTypes: types.filter(type => own.some(({ form }) => reportTypeOf(form) === type)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
