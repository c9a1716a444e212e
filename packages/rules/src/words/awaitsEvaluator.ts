import { parsePointer } from '../pointers/pointer.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { Pointer } from '../types/Pointer.ts'

/**
 * Whether a figure has no value only because the evaluator has not written yet: the office has nothing left to fill in for it.
 * @param figures all of the same form, since one may be an input of others
 */
export function awaitsEvaluator(
  kind: Kind,
  figure: Pick<Figure, 'why' | 'derivation'>,
  figures: readonly Figure[],
): boolean {
  if (figure.why !== 'empty') return false
  const empty = figure.derivation.inputs.filter(({ state }) => state === 'empty')
  return empty.length > 0 && empty.every(({ at }) => isEvaluators(kind, at, figures))
}

function isEvaluators(kind: Kind, at: string, figures: readonly Figure[]): boolean {
  if (at.startsWith('/')) {
    const place = parsePointer(at as Pointer)
    return place !== null && kind.tables[place.table]?.fields[place.field]?.writer === 'evaluator'
  }
  const of = figures.find(({ code, row }) => at === `figure:${code}/${row}`)
  return of !== undefined && awaitsEvaluator(kind, of, figures)
}
