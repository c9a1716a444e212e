import { decimalText, exact } from '../numbers/decimal.ts'
import { roundShown } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'

export type Verdict = 'follows' | 'cut' | 'consistent' | 'does-not' | 'nothing-printed'

/** The range of a value when each of its inputs may be off by half of its last digit. */
export interface Bounds {
  least: Decimal
  most: Decimal
}

const roundDown = 0
const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

/** The value at the printed decimals; null for none. */
export const atPrinted = (value: Decimal | null, printed: string): Decimal | null =>
  value !== null && isNumber(printed)
    ? exact(roundShown(value, decimalsOf(printed))).toFixed(decimalsOf(printed))
    : null

/**
 * Whether a printed number follows from the value computed from the printed inputs: `follows` when it is the value rounded half
 * away from zero to the printed decimals, `cut` when only truncation gives it, `consistent` when rounded inputs allow it.
 */
export function judgePrinted(value: Decimal | null, printed: string, bounds: Bounds | null = null): Verdict {
  if (!isNumber(printed)) return 'nothing-printed'
  if (value === null) return 'does-not'
  const decimals = decimalsOf(printed)
  const read = decimalText(exact(printed))
  if (roundShown(value, decimals) === read) return 'follows'
  if (decimalText(exact(value).round(decimals, roundDown)) === read) return 'cut'
  if (!bounds) return 'does-not'
  const inside =
    exact(read).gte(exact(roundShown(bounds.least, decimals))) &&
    exact(read).lte(exact(roundShown(bounds.most, decimals)))
  return inside ? 'consistent' : 'does-not'
}
