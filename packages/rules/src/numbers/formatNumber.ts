import type { Decimal, Exact } from '../types/Decimal.ts'
import { decimalText, exact } from './decimal.ts'

/** The value rounded to the shown or printed decimals, half away from zero. For display and comparison of prints only. */
export const roundShown = (value: Decimal, decimals: number): Decimal => decimalText(exact(value).round(decimals))

/** Points before each three digits from the end. Not by a pattern that looks ahead: it would look to the end from every digit. */
function grouped(whole: string): string {
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.slice(sign.length)
  const first = digits.length % 3 || 3
  return sign + digits.slice(0, first) + digits.slice(first).replace(/\d{3}/g, '.$&')
}

/**
 * A decimal as Indonesians write it: `1234.5` → `1.234,5`. With `decimals` it is rounded to, and padded to, that many;
 * without, all its own are shown. No float on the way.
 */
export function formatNumber(value: Decimal, { decimals }: { decimals?: number } = {}): string {
  const [whole = '', fraction] = (decimals === undefined ? exact(value) : exact(roundShown(value, decimals)))
    .toFixed(decimals)
    .split('.')
  return fraction ? `${grouped(whole)},${fraction}` : grouped(whole)
}

/** The same of a parsed number, all its decimals shown. */
export const formatExact = (value: Exact): string => formatNumber(decimalText(value))
