import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import { figureAddress } from './coverageOf.ts'

/** A figure as another report told it: `<source>:figure:<code>/<row>`. */
const told = /^[a-z][A-Za-z0-9]*:figure:/

/**
 * Where the answers are that a figure of an office is made of, through the figures that it is made of, in the order of its
 * derivation; those left out too. Each once: a pointer, `<source>:` before what another report says, be it an answer or a figure.
 * `specs` are the figures of the kind: behind a constant that one of them decides lie the answers of that one.
 */
export function leavesOf(
  figure: Pick<Figure, 'code' | 'row' | 'derivation'>,
  figures: readonly Figure[],
  specs: Kind['figures'] = {},
): string[] {
  const byAddress = new Map(figures.map(one => [figureAddress(one), one]))
  const leaves = new Set<string>()
  const seen = new Set<string>()
  const walk = ({ code, row, derivation: { inputs, left } }: Pick<Figure, 'code' | 'row' | 'derivation'>): void => {
    const decidedBy = specs[code]?.decidedBy
    const decides = decidedBy && byAddress.get(figureAddress({ code: decidedBy, row }))
    for (const { at } of [...inputs, ...left, ...(decides ? [{ at: figureAddress(decides) }] : [])]) {
      if (seen.has(at)) continue
      seen.add(at)
      const under = byAddress.get(at)
      if (under) walk(under)
      else if (at.startsWith('/') || /^[a-z][A-Za-z0-9]*:\//.test(at) || told.test(at)) leaves.add(at)
    }
  }
  walk(figure)
  return [...leaves]
}
