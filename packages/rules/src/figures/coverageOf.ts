import type { Derivation, Figure } from '../types/Figure.ts'

/** Of how many answers a figure is made, and how many it would be made of if none were left out. */
export interface Coverage {
  counted: number
  all: number
}

/** How a derivation names another figure. */
export const figureAddress = ({ code, row }: Pick<Figure, 'code' | 'row'>): string => `figure:${code}/${row}`

const made = new WeakMap<readonly Figure[], (figure: Figure) => Coverage>()

/**
 * Counts through the figures that a figure is made of, down to the answers. A share counts what is divided; a part in which
 * nothing is asked yet is one that is missing.
 */
export function coverageOf(figure: Figure, figures: readonly Figure[]): Coverage {
  const known = made.get(figures) ?? counter(figures)
  made.set(figures, known)
  return known(figure)
}

function counter(figures: readonly Figure[]): (figure: Figure) => Coverage {
  const byAddress = new Map(figures.map(figure => [figureAddress(figure), figure]))
  const known = new Map<Figure, Coverage>()
  const of = (figure: Figure): Coverage => {
    const coverage = known.get(figure) ?? added(figure.derivation)
    known.set(figure, coverage)
    return coverage
  }
  const added = ({ inputs, left }: Derivation): Coverage => {
    const parts = [
      ...inputs.filter(({ name }) => name !== 'denominator').map(({ at, value }) => part(at, value !== null)),
      ...left.map(({ at }) => part(at, false)),
    ]
    if (parts.length === 0) return { counted: 0, all: 1 }
    return parts.reduce((sum, { counted, all }) => ({ counted: sum.counted + counted, all: sum.all + all }))
  }
  const part = (at: string, isCounted: boolean): Coverage => {
    const figure = byAddress.get(at)
    const { counted, all } = figure ? of(figure) : { counted: 1, all: 1 }
    return { counted: isCounted ? counted : 0, all }
  }
  return of
}
