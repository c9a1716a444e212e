import type { Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { farChange } from '../lppd-tahunan/farChange.ts'
import { legal } from '../lppd-tahunan/lppdContext.ts'
import { approvedBefore, type MacroContext } from './macroContext.ts'

export function compute(c: MacroContext): void {
  for (const row of c.rows('macro')) {
    const current = c.input('current', `/macro/${row}/current`)
    const unit = c.catalogue(row)?.unit ?? undefined
    c.figure({ code: 'lppd.macro', row, formula: 'value.1', inputs: [current], unit, legal })
    const far = farChange(rateOfChange(c, row, current), c.source('previous')?.status)
    if (far) c.find('far-from-last-year', `/macro/${row}/current`, far)
  }
}

/** (n − (n−1)) ÷ (n−1) × 100. Across a change of method the two years cannot be compared, and there is none. */
function rateOfChange(c: MacroContext, row: RowId, current: Input): Figure {
  const figure = { code: 'lppd.change', row, formula: 'growth.1' } as const
  const at = `/macro/${row}/methodChanged` as const
  if (c.cell(at) === true) return c.figure({ ...figure, inputs: [], left: [{ at, why: 'notApplicable' }] })
  return c.figure({ ...figure, inputs: [current, yearBefore(c, row)] })
}

/** From the newest publication, which may have revised it; else from last year's approved report. */
function yearBefore(c: MacroContext, row: RowId): Input {
  const typed = c.input('previous', `/macro/${row}/previous`)
  const taken = typed.state === 'empty' && approvedBefore(c, row) !== null
  return taken ? c.input('previous', `/macro/${row}/current`, { from: 'previous' }) : typed
}
