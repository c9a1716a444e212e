import type { Figure } from '@sepakat/rules'
import type { ResponseOf } from '../../lib/apiTypes.ts'

type Sent = ResponseOf<'GET /recap'>
export type RecapItem = Omit<Sent['items'][number], 'figure'> & { figure: Figure }
export type RecapData = Omit<Sent, 'items'> & { items: RecapItem[] }
export interface RecapLine {
  item: RecapItem
  depth: number
}

export const keyOf = ({ figure: { code, row } }: RecapItem): string => `figure:${code}/${row}`

/**
 * What a figure was made from, and that in its turn, also what was left out: its derivation names them. A figure of the same
 * row is a part of the one above it, seen in its derivation alone.
 */
export function linesUnder(head: RecapItem, items: readonly RecapItem[], depth = 0): RecapLine[] {
  const { inputs, left } = head.figure.derivation
  const named = new Set([...inputs, ...left].map(({ at }) => at))
  return items
    .filter(item => named.has(keyOf(item)) && item.figure.row !== head.figure.row)
    .flatMap(item => [{ item, depth }, ...linesUnder(item, items, depth + 1)])
}

/** Rule sets that figures were taken over under, other than that of the recap. */
export const otherRuleSets = ({ ruleSet, items }: RecapData): string[] =>
  [...new Set(items.map(({ figure }) => figure.derivation.ruleSet))].filter(id => id !== ruleSet)
