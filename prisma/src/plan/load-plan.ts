import {
  reportTypes as allReportTypes,
  type Catalogue,
  type FormId,
  kinds,
  type PeriodKey,
  type ReportType,
  reportTypeOf,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officesOfYear } from './office-years.ts'
import { type Plan, type PlannedObligation, planObligations } from './plan-obligations.ts'

export interface ComparedObligation extends PlannedObligation {
  /** Null while it is new. */
  id: string | null
  office: string
  /** `orphan`: stands, but nothing asks for it any more. */
  state: 'new' | 'exists' | 'orphan'
  /** Its due date was moved by itself; `dueAt` is the one that counts. */
  extended: boolean
  /** Its report is begun. */
  begun: boolean
}

interface LoadedPlan {
  plan: Plan
  names: ReadonlyMap<string, string>
  isThere: (obligation: PlannedObligation) => boolean
}

const loadPlan = async (tx: Queryable, year: number): Promise<LoadedPlan> => {
  const periods = await tx.query<{ form: FormId; key: PeriodKey; dueAt: Date }>(
    'plan-periods',
    `SELECT form, key, due_at AS "dueAt" FROM period WHERE key LIKE $1 ORDER BY form, key`,
    [`${year}%`],
  )
  const waves = await tx.query<{ fromPeriod: PeriodKey; officeIds: string[]; reportTypes: ReportType[] }>(
    'plan-waves',
    `SELECT from_period AS "fromPeriod", office_ids::text[] AS "officeIds", report_types AS "reportTypes" FROM wave`,
  )
  const assignments = await tx.query<{
    form: FormId
    row: string
    officeId: string | null
    fromYear: number
    toYear: number | null
  }>(
    'plan-assignments',
    `SELECT form, "row", office_id::text AS "officeId", from_year AS "fromYear", to_year AS "toYear" FROM row_assignment
     WHERE from_year <= $1 AND (to_year IS NULL OR to_year >= $1)`,
    [year],
  )
  const published = await tx.query<{ form: FormId; body: Catalogue }>(
    'plan-catalogues',
    `SELECT DISTINCT ON (form) form, body FROM form_version ORDER BY form, version DESC`,
  )
  const { names, isThere } = await officesOfYear(tx, year)
  return {
    plan: {
      kinds,
      catalogues: Object.fromEntries(published.map(p => [p.form, p.body])),
      periods,
      waves,
      assignments,
    },
    names,
    isThere: ({ officeId, period }) => isThere(officeId, period),
  }
}

/** The obligations of a year as the plan asks for them now, beside those that stand; of some report types, or (none named) of all. */
export const compareObligations = async (
  tx: Queryable,
  year: number,
  reportTypes: readonly ReportType[] = [],
): Promise<ComparedObligation[]> => {
  const { plan, names, isThere } = await loadPlan(tx, year)
  const standing = await tx.query<{
    id: string
    officeId: string
    form: FormId
    period: PeriodKey
    dueAt: Date
    extended: boolean
    practice: boolean
    begun: boolean
  }>(
    'plan-standing',
    `SELECT id, office_id AS "officeId", form, period, COALESCE(extended_to, due_at) AS "dueAt", extended_to IS NOT NULL AS extended, practice,
            status <> 'not-begun' AS begun
     FROM obligation WHERE period LIKE $1`,
    [`${year}%`],
  )
  const asked = planObligations(plan).filter(isThere)
  const keyOf = (o: { officeId: string; form: string; period: string }): string => `${o.officeId} ${o.form} ${o.period}`
  const existing = new Map(standing.map(o => [keyOf(o), o]))
  const wanted = new Set(asked.map(keyOf))
  const compared = [
    ...asked.map(o => {
      const { id = null, dueAt = o.dueAt, extended = false, begun = false } = existing.get(keyOf(o)) ?? {}
      const state = id === null ? ('new' as const) : ('exists' as const)
      return { ...o, id, dueAt, extended, begun, office: names.get(o.officeId) ?? '', state }
    }),
    ...standing
      .filter(o => !wanted.has(keyOf(o)))
      .map(o => ({ ...o, rows: 0, office: names.get(o.officeId) ?? '', state: 'orphan' as const })),
  ]
  return compared.filter(({ form }) => reportTypes.length === 0 || reportTypes.includes(reportTypeOf(form)))
}

/** An office that owes something in a year and that no wave switches on for it. */
export interface OutsideWaves {
  id: string
  name: string
  reportTypes: ReportType[]
}

/** Those of a year, by name; of some report types, or (none named) of all. */
export const officesOutsideWaves = async (
  tx: Queryable,
  year: number,
  reportTypes: readonly ReportType[] = [],
): Promise<OutsideWaves[]> => {
  const { plan, names, isThere } = await loadPlan(tx, year)
  const officeIds = [...new Set(plan.assignments.flatMap(({ officeId }) => officeId ?? []))]
  const types = (reportTypes.length === 0 ? allReportTypes : reportTypes).slice()
  const keyOf = ({ officeId, form }: PlannedObligation) => `${officeId} ${reportTypeOf(form)}`
  const asked = new Set(planObligations(plan).map(keyOf))
  const everyone = { fromPeriod: `${year}-TW1` as PeriodKey, officeIds, reportTypes: types }
  const outside = planObligations({ ...plan, waves: [everyone] }).filter(o => isThere(o) && !asked.has(keyOf(o)))
  return [...Map.groupBy(outside, ({ officeId }) => officeId)]
    .map(([id, own]) => ({
      id,
      name: names.get(id) ?? '',
      reportTypes: types.filter(type => own.some(({ form }) => reportTypeOf(form) === type)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
