import type { Decimal } from '../types/Decimal.ts'

/** A number written with one reading: exactly three decimals could be thousands, a fourth says they are not. */
export function certainText(value: Decimal): string {
  const [whole = '', decimals] = value.split('.')
  return decimals === undefined ? whole : `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`
}
