import type { Decimal } from './Decimal.ts'

export interface Scale {
  id: string
  bandOn: 'exact' | 'rounded2'
  bands: { id: string; label: string; from: Decimal | null; above?: true }[] // highest first; `above`: the bound itself is outside
}
/** The kinds of each report type add its part (their rules.ts). */
export interface RuleSet {
  id: string
  ordinals: Record<string, { id: string; label: string; value: Decimal }[]> // scales of steps, by name: what each step counts
}
