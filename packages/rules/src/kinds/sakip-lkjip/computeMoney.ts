import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { efficiencyOf } from '../sakip-pengukuran-triwulan/efficiencyOf.ts'
import { leftOut } from '../sakip-pengukuran-triwulan/meanOf.ts'
import type { PerformanceReport } from './PerformanceReport.ts'

interface Programme {
  objective: RowId | null
  budget: Figure
  spent: Figure
  absorption: Figure
}

/** Budget, spending and remainder by programme and in all; absorption by objective too, and its efficiency. */
export function computeMoney(c: PerformanceReport, objectives: Figure[], office: Figure): void {
  const programmes = c.rows('programs').map(row => programme(c, row))
  const sum = (side: 'budget' | 'spent') => programmes.map(one => c.of('program', one[side]))
  amounts(c, '', 'sum.1', sum('budget'), sum('spent'))
  for (const achieved of objectives) {
    const own = programmes.filter(({ objective }) => objective === achieved.row)
    if (own.length > 0) efficiencyOf(c, achieved.row, achieved, absorption(c, achieved.row, own))
  }
  efficiencyOf(c, '', office, absorption(c, '', programmes))
}

/** Budget, spending, and their difference. */
function amounts(c: PerformanceReport, row: RowId, formula: 'value.1' | 'sum.1', agreed: Input[], paid: Input[]) {
  const budget = c.figure({ code: 'sakip.budget', row, formula, inputs: agreed })
  const spent = c.figure({ code: 'sakip.spent', row, formula, inputs: paid })
  const inputs = [c.of('pagu', budget), c.of('realisasi', spent)]
  c.figure({ code: 'sakip.remaining', row, formula: 'difference.1', inputs })
  return { budget, spent }
}

const sides = (c: PerformanceReport, { budget, spent }: Pick<Programme, 'budget' | 'spent'>): Input[] => [
  c.of('numerator', spent),
  c.of('denominator', budget),
]

function programme(c: PerformanceReport, row: RowId): Programme {
  const at = `/programs/${row}/spent` as const
  const paid = c.cell(at) !== undefined ? c.input('realisasi', at) : c.input('realisasi', at, { from: 'tw4' })
  const agreed = c.input('pagu', `/programs/${row}/budget`, { from: 'agreement' })
  const own = amounts(c, row, 'value.1', [agreed], [paid])
  const share = c.figure({ code: 'sakip.absorption', row, formula: 'ratio.1', inputs: sides(c, own) })
  return { objective: c.text(`/programs/${row}/objective`), ...own, absorption: share }
}

/** Of several programmes: those with a missing value are left out and named. */
function absorption(c: PerformanceReport, row: RowId, programmes: Programme[]): Figure {
  const known = programmes.filter(({ budget, spent }) => budget.value !== null && spent.value !== null)
  const left: Derivation['left'] = programmes.flatMap(one =>
    known.includes(one) ? [] : (leftOut(one.absorption) ?? []),
  )
  const inputs = known.flatMap(one => sides(c, one))
  return c.figure({ code: 'sakip.absorption', row, formula: 'ratio.1', inputs, left })
}
