import { exact, zero } from '../numbers/decimal.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Why } from './Sentence.ts'

/** As many parts, and offices of a part, as are told of: an answer must not grow with the region. */
const most = { parts: 20, offices: 5 }

/** Those that cost something, the dearest first; of equal ones by name. */
export const pulling = <Part extends { costs: Decimal }>(parts: Part[], nameOf: (part: Part) => string): Part[] =>
  parts
    .filter(({ costs }) => exact(costs).gt(zero))
    .sort((a, b) => exact(b.costs).cmp(exact(a.costs)) || (nameOf(a) < nameOf(b) ? -1 : 1))

/** The dearest of the parts, and how many there are more. */
export function pullingParts(all: Why['parts']): Pick<Why, 'parts' | 'moreParts'> {
  const parts = pulling(all, ({ label }) => label)
  return { parts: parts.slice(0, most.parts), moreParts: Math.max(0, parts.length - most.parts) }
}

/** As many offices as are named of a part. */
export const named = <One>(all: readonly One[]): One[] => all.slice(0, most.offices)
