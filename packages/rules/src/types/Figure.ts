import type { Declared } from './Answers.ts'
import type { Decimal } from './Decimal.ts'
import type { RowId } from './Pointer.ts'

export type NotComputable = 'empty' | 'unread' | 'zero-denominator' | 'no-inputs' | Declared
export interface Input {
  name: string
  at: string
  value: Decimal | null
  state?: NotComputable
  group?: string
  weight?: Decimal
}
export interface Derivation {
  formula: string
  inputs: Input[]
  left: { at: string; why: NotComputable }[]
  params: Record<string, Decimal>
  cap: Decimal | null
  floor: Decimal | null
  ruleSet: string
  legal: string | null
}
export interface Figure {
  code: string
  row: RowId | ''
  value: Decimal | null
  why: NotComputable | null
  raw: Decimal | null
  numerator: Decimal | null
  denominator: Decimal | null
  unit: string
  band: { scale: string; id: string; label: string } | null
  basis: 'year-to-date' | 'practice' | null
  derivation: Derivation
}
export type ToldFigure = Pick<Figure, 'code' | 'row' | 'value' | 'why' | 'unit' | 'band'> // what another form came to
/** A figure of an office that counts: final from its approved revision, provisional from a submitted one. */
export interface CountedFigure {
  office: string
  standing: 'final' | 'provisional'
  figure: Figure
}
