import type { FigureRef } from '../editions/Narrative.ts'
import type { Coverage, CoverageStanding } from '../form/coverage.ts'
import type { FormId, ReportType } from '../reportTypes.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'
import type { Timeliness } from '../workflow/lateness.ts'
import type { NamedOffice } from './LeaderData.ts'

/** What lies one press behind a number: the figures of a form, one of them (of an office where it is named), or a list of reports. */
export type LeadsTo =
  | { page: 'figures'; form: FormId; period: PeriodKey; code?: string; row?: RowId | ''; office?: string }
  | {
      page: 'reports'
      year: number
      form?: FormId
      period?: PeriodKey
      /** Of it alone, not of what is below it. */
      office?: string
      timeliness?: Timeliness
    }

/** A number in a sentence is never without what it covers. `of`: the figure that it is; null of a count. */
export type SentencePiece =
  | { piece: 'text'; text: string }
  | {
      piece: 'figure'
      said: string
      value: Decimal | null
      unit: string
      coverage: Coverage
      standing: CoverageStanding
      of: FigureRef | null
    }

export interface Sentence {
  id: 'spm' | 'lppd' | 'sakip' | 'lkpj' | 'reports'
  /** Null: of all report types. */
  reportType: ReportType | null
  text: SentencePiece[]
  coverage: Coverage
  /** What is counted by it: `layanan`, `perangkat daerah`, `laporan`. */
  covers: string
  standing: CoverageStanding
  to: LeadsTo | null
  why: Why | null
}

/** What pulls a figure down, the part that costs most first. */
export interface Why {
  /** `Indeks pencapaian SPM daerah Triwulan III 2026`. */
  of: string
  value: Decimal
  full: Decimal
  unit: string
  /** In words, how the cost of a part is computed. */
  measure: string
  parts: PullingPart[]
  /** How many further parts cost something, each at most as much as the last of them. */
  moreParts: number
  /** What is not in and so costs nothing yet; 0: all is in. */
  missing: number
}
export interface PullingPart {
  label: string
  /** Where it belongs; '' where that says nothing more. */
  group: string
  value: Decimal
  full: Decimal
  unit: string
  costs: Decimal
  offices: NamedOffice[]
  /** How many further offices share it. */
  moreOffices: number
  /** By office, where several share it: those that cost most, the first of them first. */
  shares: { office: NamedOffice; value: Decimal; costs: Decimal; to: LeadsTo }[]
  to: LeadsTo
}
