import { rowsOf } from '../catalogue/rowsOf.ts'
import { parsePeriod } from '../periods/period.ts'
import { type FormId, type ReportType, reportTypeOf } from '../reportTypes.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'

interface PlannedPeriod {
  form: FormId
  key: PeriodKey
  dueAt: Date
}
export interface PlannedWave {
  fromPeriod: PeriodKey
  officeIds: string[]
  reportTypes: ReportType[]
}
interface PlannedAssignment {
  form: FormId
  row: RowId | '*'
  officeId: string | null
  fromYear: number
  toYear: number | null
}
export interface Plan {
  kinds: Record<FormId, Kind>
  catalogues: Record<FormId, Catalogue>
  periods: PlannedPeriod[]
  waves: PlannedWave[]
  assignments: PlannedAssignment[]
}
export interface PlannedObligation {
  officeId: string
  form: FormId
  period: PeriodKey
  dueAt: Date
  practice: boolean
  /** Root rows this office answers; 0 where it files the form whole. */
  rows: number
}

const order = (key: PeriodKey, other: PeriodKey): number => {
  const [a, b] = [parsePeriod(key), parsePeriod(other)]
  // A year counts from the year of a wave on, a quarter from its quarter on.
  if (a.quarter === null || b.quarter === null) return a.year - b.year
  return a.year * 4 + a.quarter - (b.year * 4 + b.quarter)
}

/** A wave switches its offices and reports on from a period; practice comes before the start, so it does not wait for it. */
export const waveCovers = (wave: PlannedWave, officeId: string, reportType: ReportType, period: PeriodKey): boolean =>
  wave.officeIds.includes(officeId) &&
  wave.reportTypes.includes(reportType) &&
  (parsePeriod(period).practice || order(period, wave.fromPeriod) >= 0)

/** Who owes what: an office covered by a wave, to which a row (or the whole form) is assigned in the year of the period. */
export const planObligations = ({ kinds, catalogues, periods, waves, assignments }: Plan): PlannedObligation[] =>
  periods.flatMap(({ form, key, dueAt }) => {
    const { year, practice } = parsePeriod(key)
    if (kinds[form] === undefined) return []
    const reportType = reportTypeOf(form)
    const catalogue = catalogues[form]
    const roots = new Set(catalogue ? rowsOf(catalogue, year).flatMap(r => (r.parent === undefined ? [r.id] : [])) : [])
    const rows = new Map<string, number>()
    for (const a of assignments) {
      if (a.form !== form || a.officeId === null || a.fromYear > year || (a.toYear !== null && a.toYear < year))
        continue
      if (a.row === '*') rows.set(a.officeId, rows.get(a.officeId) ?? 0)
      else if (roots.has(a.row)) rows.set(a.officeId, (rows.get(a.officeId) ?? 0) + 1)
    }
    return [...rows]
      .filter(([officeId]) => waves.some(w => waveCovers(w, officeId, reportType, key)))
      .map(([officeId, count]) => ({ officeId, form, period: key, dueAt, practice, rows: count }))
  })
