import { exact } from '../numbers/decimal.ts'
import type { Bounds } from '../types/Catalogue.ts'

/** From the least possible, over the usual range, to the most possible. */
export function boundsInOrder({ min, oddBelow, oddAbove, max }: Bounds = {}): boolean {
  const given = [min, oddBelow, oddAbove, max].filter(bound => bound !== undefined)
  return given.every((bound, at) => at === 0 || exact(given[at - 1] ?? bound).lte(exact(bound)))
}
