import type { Coverage } from '../form/coverage.ts'
import type { ReportType } from '../reportTypes.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { LeadsTo } from './Sentence.ts'

/** A chart as data: drawn, tabled and written to a file from the same points. */
export interface Chart {
  id: string
  theme: 'quarters' | 'indicators' | 'budget' | 'punctuality' | 'review'
  reportType: ReportType
  /** What it shows, as a sentence: its title. */
  finding: string
  /** What is drawn: the caption of its table, the name of its files. */
  subject: string
  /** `lines` over time; `bars` beside each other; `stack`: parts of a whole. */
  as: 'lines' | 'bars' | 'stack'
  unit: string
  /** What coverage counts: `layanan`, `perangkat daerah`. */
  covers: string
  categories: string[]
  series: { name: string; points: ChartPoint[] }[]
  notes: string[]
}
/** One for each category, in their order. */
interface ChartPoint {
  /** Null: there is none. */
  value: Decimal | null
  /** Null of a count, which is of everything there is. */
  coverage: Coverage | null
  to: LeadsTo | null
}
