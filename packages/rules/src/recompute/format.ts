import type { Decimal } from '../types/Decimal.ts'

export interface Choices {
  lower: '2T-R' | 'T/R'
  cap: Decimal | null
  /** Whether an urusan is the mean of its services, or of its sub-urusan. */
  tree: 'services' | 'subgroups'
}
/** One computation of a row: inputs as printed, by the formula's names. */
export interface Asked {
  label: string
  formula: string
  inputs: { name: string; text: string; group?: string }[]
  params?: Record<string, Decimal>
  printed: string
  /** What must also be true of the unrounded value: a grade, a predicate. */
  besides?: (value: Decimal) => boolean
}
export type Row = Record<string, string>
export interface Format {
  /** The contents of such a table, as a title. */
  title: string
  columns: string[]
  /** A printed value that follows from the row's own columns, or from earlier rows. */
  ask?: (row: Row, choices: Choices, earlier: (Decimal | null)[]) => Asked[]
  /** A value that follows from all rows together. */
  atEnd?: (rows: Row[], choices: Choices) => Asked[]
}

export const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(' ')
export const quotient = (numerator = '', denominator = '') => [
  { name: 'numerator', text: numerator },
  { name: 'denominator', text: denominator },
]
