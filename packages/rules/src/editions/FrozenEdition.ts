import type { Coverage, CoverageStanding } from '../form/coverage.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { EditionType } from './editionTypes.ts'
import type { FigureRef, NarrativeText } from './Narrative.ts'

/** An edition as it is made into a paper, a workbook or data: complete, with every figure as it was. */
export interface FrozenEdition {
  type: EditionType
  /** `Laporan Penyelenggaraan Pemerintahan Daerah`. */
  title: string
  /** `Kabupaten Nunukan`. */
  region: string
  /** In which its days are said; WITA unless it says otherwise. */
  zone?: string
  period: PeriodKey
  /** `Tahun 2025`, `Triwulan IV Tahun 2025`. */
  periodWords: string
  /** From 1 on, counted when frozen; the next one while it is a draft. */
  version: number
  /** Null of a draft. */
  frozen: { at: string; by: string; sha256: string } | null
  chapters: FrozenChapter[]
  annexes: FrozenAnnex[]
  /** What is missing, said in the edition itself: an office's report, a section without a text. */
  missing: { what: string; why: string }[]
  /** What was approved and is in no table or sentence of this edition, and why. */
  leftOut: { what: string; why: string; values: number }[]
  sources: EditionSource[]
}
export interface FrozenChapter {
  id: string
  /** `BAB II`. */
  number: string
  title: string
  sections: FrozenEditionSection[]
}
interface FrozenEditionSection {
  id: string
  number: string
  title: string
  blocks: FrozenBlockOfEdition[]
}
export type FrozenBlockOfEdition =
  | { block: 'paragraph' | 'heading' | 'quote'; text: SaidText }
  | { block: 'bullets' | 'numbers'; items: SaidText[] }
  /** `number`: `Tabel 2.3`, `Gambar 2.1`. */
  | { block: 'table'; number: string; table: EditionTable }
  | { block: 'chart'; number: string; chart: EditionChart }

/** A text with its figures said. */
export type SaidText = readonly SaidPiece[]
export type SaidPiece =
  | Extract<NarrativeText[number], { piece: 'text' }>
  | {
      piece: 'figure'
      of: FigureRef
      said: string
      value: Decimal | null
      unit: string
      coverage: Coverage
      standing: CoverageStanding
    }
  | { piece: 'direction'; said: string }

/** A table of numbers and texts, in every way out the same. */
export interface EditionTable {
  id: string
  title: string
  /** `share` of the width; `number`: right-aligned, read by a spreadsheet as a number. */
  columns: { id: string; title: string; share: number; number?: true; decimals?: number; unit?: string }[]
  lines: EditionLine[]
  /** Below it: coverage, rounding, where it comes from. */
  notes: string[]
}
export interface EditionLine {
  /** A heading over the lines that follow; a sum of lines; else a line of data. */
  as?: 'group' | 'sum'
  level?: number
  /** By column. A number is exact; what has none says why (`tidak dapat dihitung`). */
  cells: Record<string, EditionCell>
}
export interface EditionCell {
  text?: string
  value?: Decimal | null
  /** Of a figure whose unit is that of its row; absent where its kind says the unit, and in editions frozen before. */
  unit?: string
  /** Where the value is from, to be found by: figure or answer. */
  of?: FigureRef | { submission: string; n: number; pointer: string }
  /** How a spreadsheet computes it from the other cells of the table, which gives the same: sums of lines, or a ratio of two columns. */
  formula?:
    | { sum: number[] } // of these lines, this column
    | { ratio: [column: string, column: string]; times: Decimal } // of this line
  coverage?: Coverage
}

/** Drawn from the lines of numbers beside it, which are its table too. */
export interface EditionSeries {
  name: string
  /** As in the column that it is drawn from. */
  decimals?: number
  values: (Decimal | null)[]
}
export interface EditionChart {
  id: string
  title: string
  as: 'bars' | 'lines'
  unit: string
  categories: string[]
  series: EditionSeries[]
  notes: string[]
}
export interface FrozenAnnex {
  id: string
  title: string
  blocks: FrozenBlockOfEdition[]
}
interface EditionSource {
  office: string
  form: string
  period: PeriodKey
  submission: string
  revision: number
  sha256: string
  at: string
}
