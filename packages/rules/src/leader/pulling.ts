import { exact, zero } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'

/** Those that cost something, the dearest first; of equal ones by name. */
export const pulling = <Part extends { costs: Decimal }>(parts: Part[], nameOf: (part: Part) => string): Part[] =>
  parts
    .filter(({ costs }) => exact(costs).gt(zero))
    .sort((a, b) => exact(b.costs).cmp(exact(a.costs)) || (nameOf(a) < nameOf(b) ? -1 : 1))
