import type { Coverage } from '../form/coverage.ts'
import type { FormId, ReportType } from '../reportTypes.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { LeaderReport, NamedOffice, Punctuality, TargetsOfOffice } from './LeaderData.ts'

/** A figure of the region in a quarter, with what it covers. */
export interface QuarterFigure {
  period: PeriodKey
  value: Decimal | null
  ruleSet: string
  /** It is made of figures of other rules too. */
  isMixed: boolean
  coverage: Coverage
}

/** The money of an office in a year and what was achieved with it, in percent. */
export interface SpendingOffice {
  office: NamedOffice
  absorption: Decimal | null
  physical: Decimal | null
  /** Of one report: whether it was approved. */
  coverage: Coverage
}

/** Of what was approved in a month: how long it had waited since it was last submitted, in whole seconds. */
export interface Turnaround {
  reportType: ReportType
  /** `2026-03`, in the region's zone. */
  month: string
  approved: number
  median: number
  ninetieth: number
}

export interface ChartData {
  year: number
  /** Of each quarter of the year and of the two before it. */
  index: readonly QuarterFigure[]
  achievement: readonly QuarterFigure[]
  indicators: { now: LeaderReport | null; before: LeaderReport | null }
  targets: readonly TargetsOfOffice[]
  spending: { period: PeriodKey | null; offices: readonly SpendingOffice[] }
  punctuality: readonly Punctuality[]
  turnaround: readonly Turnaround[]
}

/** From which forms and codes the charts are read. */
export const chartForms = {
  index: { form: 'spm/triwulan', code: 'spm.regionIndex' },
  achievement: { form: 'sakip/pengukuran-triwulan', code: 'sakip.region' },
  targets: { form: 'lppd/tahunan', code: 'lppd.achievement' },
  spending: { form: 'lkpj/tahunan', absorption: 'lkpj.absorption', physical: 'lkpj.physical' },
} as const satisfies Record<string, { form: FormId } & Record<string, string>>
