import type { Figure } from '../types/Figure.ts'
import { figureAddress } from './coverageOf.ts'

/**
 * Where the answers are that a figure of an office is made of, through the figures that it is made of, in the order of its
 * derivation; those left out too. Each once: a pointer, or `<source>:` before what another report says.
 */
export function leavesOf(figure: Pick<Figure, 'derivation'>, figures: readonly Figure[]): string[] {
  const byAddress = new Map(figures.map(one => [figureAddress(one), one]))
  const leaves = new Set<string>()
  const seen = new Set<string>()
  const walk = ({ derivation: { inputs, left } }: Pick<Figure, 'derivation'>): void => {
    for (const { at } of [...inputs, ...left]) {
      if (seen.has(at)) continue
      seen.add(at)
      const under = byAddress.get(at)
      if (under) walk(under)
      else if (at.startsWith('/') || /^[a-z][A-Za-z0-9]*:\//.test(at)) leaves.add(at)
    }
  }
  walk(figure)
  return [...leaves]
}
