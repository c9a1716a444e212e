import { exact, hundred } from '../../numbers/decimal.ts'
import type { Context } from '../../types/Context.ts'
import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'

/**
 * By the rule set: `difference` achievement − absorption; `saving` 100 − absorption, only where all was achieved;
 * `pmk` (budget × achievement − spent) ÷ (budget × achievement), within ±20 (PMK 22/2021), with the one achievement for each programme.
 */
export function efficiencyOf(
  c: Pick<Context, 'rules' | 'of' | 'figure'>,
  row: RowId,
  achieved: Figure,
  absorbed: Figure,
): Figure {
  const code = 'sakip.efficiency'
  const achievement: Input = c.of('capaian', achieved)
  const spent: Input = c.of('serapan', absorbed)
  const way = c.rules.sakip.efficiency
  if (way === 'pmk') {
    const inputs = [c.of('current', absorbed), c.of('previous', achieved)]
    const limits = { params: { sign: '-1' }, cap: '20', floor: '-20', legal: 'PMK 22/2021' }
    return c.figure({ code, row, formula: 'growth.1', inputs, ...limits })
  }
  if (way === 'difference' || achieved.value === null)
    return c.figure({ code, row, formula: 'difference.1', inputs: [achievement, spent] })
  if (exact(achieved.value).round(30).lt(hundred)) {
    const left: Derivation['left'] = [{ at: achievement.at, why: 'notApplicable' }]
    return c.figure({ code, row, formula: 'difference.1', inputs: [], left })
  }
  const all: Input = { name: 'seluruh pagu', at: 'constant:100', value: '100' }
  return c.figure({ code, row, formula: 'difference.1', inputs: [all, spent] })
}
