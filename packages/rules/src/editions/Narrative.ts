import type { PeriodKey, RowId } from '../types/Pointer.ts'

/** What the coordinator writes in a section of an edition, as data: a small fixed set of styles, so that each way out has them. */
export type Narrative = readonly NarrativeBlock[]

export type NarrativeBlock =
  | { block: 'paragraph' | 'heading' | 'quote'; text: NarrativeText }
  | { block: 'bullets' | 'numbers'; items: NarrativeText[] }
  /** A table or a chart of the edition's kind, by its id; numbered where it is placed. */
  | { block: 'table' | 'chart'; of: string; title?: string }

export type NarrativeText = readonly NarrativePiece[]

export type NarrativePiece = { piece: 'text'; text: string; bold?: true; italic?: true } | FigurePiece | DirectionPiece

/** A figure in a sentence: never typed, but said as it is when the sentence is read. */
export interface FigurePiece {
  piece: 'figure'
  of: FigureRef
  /** How many decimals are shown; half away from zero, as everywhere. */
  decimals?: number
  /** Rupiah in the words of a sentence: `Rp1,24 triliun`. The whole number unless said. */
  scale?: 'thousand' | 'million' | 'billion' | 'trillion'
  /** Without its unit, where the sentence says it. */
  bare?: true
  /** What the coordinator last saw it say: shown beside what it says now, until seen. */
  seen?: string
}

/** `naik` or `turun`, by the data: how `of` is beside `than`. */
export interface DirectionPiece {
  piece: 'direction'
  of: FigureRef
  than: FigureRef
  words: 'naik' | 'meningkat' | 'lebih tinggi' | 'membaik'
  seen?: string
}

/** A figure of the region, or of one office, that counts in an edition. */
export interface FigureRef {
  form: string
  period: PeriodKey
  code: string
  /** `''`: of the form as a whole. */
  row: RowId | ''
  /** The id of an office; without one, of the whole region. */
  office?: string
}
