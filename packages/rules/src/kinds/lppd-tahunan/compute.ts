import type { RowFormula } from '../../types/Catalogue.ts'
import type { Figure } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { accountability } from './accountability.ts'
import { ikkFormula } from './ikkFormula.ts'
import { type LppdContext, legal } from './lppdContext.ts'
import { remarks } from './remarks.ts'

export function compute(c: LppdContext): void {
  const reported = new Set(c.source('previous')?.rows('indicators'))
  for (const row of c.rows('indicators')) {
    const { formula, unit } = c.catalogue(row) ?? {}
    if (!formula) continue
    const shown = formula.kind === 'category' ? '' : (unit ?? '')
    const ikk = c.figure({ code: 'lppd.ikk', row, ...ikkFormula(c, row, formula), unit: shown, legal })
    const change = reported.has(row) && hasRate(formula) ? rateOfChange(c, row, formula, ikk) : null
    remarks(c, row, ikk, formula.kind === 'growth' ? ikk : change)
  }
  accountability(c)
}

/** Growth is a rate already, and between steps of a scale there is none. */
const hasRate = ({ kind }: RowFormula): boolean => kind !== 'growth' && kind !== 'category'

/** (n − (n−1)) ÷ (n−1) × 100, last year's report computed by this year's formula. */
function rateOfChange(c: LppdContext, row: RowId, formula: RowFormula, ikk: Figure): Figure {
  const before = ikkFormula(c, row, formula, 'previous')
  const previous = c.figure({ code: 'lppd.previous', row, ...before, unit: ikk.unit, legal })
  const inputs = [c.of('current', ikk), c.of('previous', previous)]
  return c.figure({ code: 'lppd.change', row, formula: 'growth.1', inputs })
}
