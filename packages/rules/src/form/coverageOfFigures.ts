import type { CountedFigure, Figure } from '../types/Figure.ts'
import type { RowId } from '../types/Pointer.ts'
import type { Coverage, Owing } from './coverage.ts'

interface Made {
  owing: Owing
  counted: readonly CountedFigure[]
  /** Those that owe the form or a row of it. */
  offices: readonly string[]
  /** Of rows. */
  at: (row: RowId) => Coverage
  lacking: (figure: Figure) => ReadonlySet<string>
}

/**
 * Coverage of each figure. Of a form that is filed row by row it is that of its row; of one that is filed whole, as of how much is filled
 * in, it is counted in offices: those without their part of this very figure have not come in for it, whatever else they reported.
 */
export function coverageOfFigures({ owing, counted, offices, at, lacking }: Made): (figure: Figure) => Coverage {
  const standings = new Map(
    counted.flatMap(({ office, standing, figure }) =>
      figure.code === 'completeness' ? [[office, standing] as const] : [],
    ),
  )
  const known = new Map<Figure, Coverage>()
  const count = (figure: Figure): Coverage => {
    const without = lacking(figure)
    const reported = offices.filter(office => standings.has(office) && !without.has(office))
    const approved = reported.filter(office => standings.get(office) === 'final').length
    return { owed: offices.length, reported: reported.length, approved }
  }
  return figure => {
    if (!owing.whole && figure.code !== 'completeness') return at(figure.row)
    const coverage = known.get(figure) ?? count(figure)
    known.set(figure, coverage)
    return coverage
  }
}
