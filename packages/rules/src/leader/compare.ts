import { decimalText, exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'

/** A number with the rules by which it was computed. */
export interface Compared {
  value: Decimal | null
  /** Null: it is a count, which no rule set changes. */
  ruleSet: string | null
  /** It is made of figures of other rules than its own, as long as they are not all computed again. */
  isMixed?: boolean
}
/** How a number is beside an earlier one; `points`: by how much, without a sign. */
export interface Change {
  order: -1 | 0 | 1
  points: Decimal
}
export type Comparison = { is: 'unknown' } | { is: 'other-rules' } | ({ is: 'change' } & Change)

/** Whether two numbers follow from the same rules throughout. */
const isAlike = (now: Compared, before: Compared): boolean =>
  !now.isMixed && !before.isMixed && now.ruleSet === before.ruleSet

/** By the exact values. The only place where two numbers of different times are compared: never across rule sets. */
export function compare(now: Compared, before: Compared | null | undefined): Comparison {
  if (now.value === null || before?.value == null) return { is: 'unknown' }
  if (!isAlike(now, before)) return { is: 'other-rules' }
  const difference = exact(now.value).minus(exact(before.value))
  const order = difference.cmp(exact('0'))
  return { is: 'change', order: order > 0 ? 1 : order < 0 ? -1 : 0, points: decimalText(difference.abs()) }
}

/** What is before the points, the points, and what follows; without points where nothing changed. */
export const changeParts = (
  { order, points }: Change,
  then: string,
): [before: string, points: string, after: string] =>
  order === 0
    ? [`sama dengan ${then}`, '', '']
    : [order > 0 ? 'naik ' : 'turun ', formatNumber(points, { decimals: 2 }), ` poin dari ${then}`]

/** `naik 3,10 poin dari Triwulan III 2025`. */
export const changeWords = (change: Change, then: string): string => changeParts(change, then).join('')

/** Why no change is said. */
export const uncomparedWords = (then: string): string =>
  `tidak dibandingkan dengan ${then} karena aturan penghitungannya lain`
