import type { Derivation, Figure, Input, RowId } from '../../types.ts'
import { efficiencyOf } from '../sakip-pengukuran-triwulan/efficiencyOf.ts'
import { leftOut } from '../sakip-pengukuran-triwulan/meanOf.ts'
import type { PerformanceReport } from './report.ts'

interface Programme {
  objective: RowId | null
  inputs: [spent: Input, budget: Input]
  figure: Figure
}

/** Spent over budget by programme, by objective and in all, and what that says of how well it was used. */
export function computeMoney(c: PerformanceReport, objectives: Figure[], office: Figure): void {
  const programmes = c.rows('programs').map(row => programme(c, row))
  c.figure({ code: 'sakip.budget', formula: 'sum.1', inputs: programmes.map(({ inputs: [, budget] }) => budget) })
  c.figure({ code: 'sakip.spent', formula: 'sum.1', inputs: programmes.map(({ inputs: [spent] }) => spent) })
  for (const achieved of objectives) {
    const own = programmes.filter(({ objective }) => objective === achieved.row)
    if (own.length > 0) efficiencyOf(c, achieved.row, achieved, absorption(c, achieved.row, own))
  }
  efficiencyOf(c, '', office, absorption(c, '', programmes))
}

function programme(c: PerformanceReport, row: RowId): Programme {
  const at = `/programs/${row}/spent` as const
  const here = c.cell(at) !== undefined
  const spent = here ? c.input('numerator', at) : c.input('numerator', at, { from: 'tw4' })
  const inputs: Programme['inputs'] = [spent, c.input('denominator', `/programs/${row}/budget`, { from: 'agreement' })]
  const figure = c.figure({ code: 'sakip.absorption', row, formula: 'ratio.1', inputs })
  return { objective: c.text(`/programs/${row}/objective`), inputs, figure }
}

/** Of several programmes: those of which something is missing are left out and named. */
function absorption(c: PerformanceReport, row: RowId, programmes: Programme[]): Figure {
  const known = programmes.filter(({ inputs }) => inputs.every(({ value }) => value !== null))
  const left: Derivation['left'] = programmes.flatMap(one => (known.includes(one) ? [] : (leftOut(one.figure) ?? [])))
  const inputs = known.flatMap(one => one.inputs)
  return c.figure({ code: 'sakip.absorption', row, formula: 'ratio.1', inputs, left })
}
