import type { Decimal } from '../types/Decimal.ts'
import type { Scale } from '../types/RuleSet.ts'

type Band = Scale['bands'][number]

export const least = (from: Decimal, id: string, label: string): Band => ({ id, label, from })
/** The bound itself is exclusive. */
export const above = (from: Decimal, id: string, label: string): Band => ({ id, label, from, above: true })
export const rest = (id: string, label: string): Band => ({ id, label, from: null })
