// The indicators of the region: that of the only office that owes it as it was frozen; of several, their numerators and
// denominators are added and divided once. There is no figure above them: LPPD knows no mean of its indicators.
import { placeOf } from '../../figures/placeOf.ts'
import type { CatalogueRow } from '../../types/Catalogue.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import { factorOf } from './ikkFormula.ts'
import { type LppdRegion, legal } from './lppdContext.ts'

const code = 'lppd.ikk'

/** `lppd.ikk` of every indicator that is owed. */
export function consolidate(c: LppdRegion): void {
  for (const row of c.rows()) {
    const all = c.owners(row.id).map(office => ({ office, figure: c.counted(office, code, row.id) }))
    const only = all.length === 1 ? all[0]?.figure : null
    if (only) c.take(only)
    else together(c, row, all)
  }
}

/** Only shares and quotients can be added up; values of any other kind stay apart, and their offices are named. */
function together(c: LppdRegion, row: CatalogueRow, all: { office: string; figure: Figure | null }[]): void {
  const factor = factorOf(row.formula)
  const inputs: Input[] = []
  const left: Derivation['left'] = []
  for (const { office, figure } of all) {
    const at = placeOf(office, code, row.id)
    if (figure?.value == null) left.push({ at, why: figure?.why ?? 'empty' })
    else if (factor === null) left.push({ at, why: 'no-inputs' })
    else for (const name of ['numerator', 'denominator'] as const) inputs.push({ name, at, value: figure[name] })
  }
  const params: Record<string, Decimal> = factor === null ? {} : { factor }
  c.figure({ code, row: row.id, formula: 'ratio.1', inputs, left, params, unit: row.unit ?? '', legal })
}
