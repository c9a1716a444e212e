import type { Decimal } from '../types/Decimal.ts'

export interface Choices {
  lower: '2T-R' | 'T/R'
  cap: Decimal | null
  /** Whether an urusan is the mean of its services, or of its sub-urusan. */
  tree: 'services' | 'subgroups'
}
/** What one row asks to be computed: inputs as printed, by the names the formula knows. */
export interface Asked {
  label: string
  formula: string
  inputs: { name: string; text: string; group?: string }[]
  params?: Record<string, Decimal>
  printed: string
  /** What must hold besides the number, of the unrounded value: a grade, a predicate. */
  besides?: (value: Decimal) => boolean
}
export type Row = Record<string, string>
export interface Format {
  /** What such a table holds, as a person would call it. */
  title: string
  columns: string[]
  /** What a row prints that follows from its own columns, or from what was computed of the rows before it. */
  ask?: (row: Row, choices: Choices, earlier: (Decimal | null)[]) => Asked[]
  /** What follows from the rows together. */
  atEnd?: (rows: Row[], choices: Choices) => Asked[]
}

export const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(' ')
export const quotient = (numerator = '', denominator = '') => [
  { name: 'numerator', text: numerator },
  { name: 'denominator', text: denominator },
]
