import type { Figure, Input, RowId } from '../../types.ts'
import type { Indicator } from '../sakip-indikator/indicator.ts'
import { measured } from '../sakip-indikator/measure.ts'
import { EARLIER, type Earlier, sourceOf } from './earlierYears.ts'
import type { PerformanceReport } from './report.ts'

/** Realization and achievement of the years before, and what changed since the last: of each year of which something is known. */
export function earlierYears(c: PerformanceReport, row: RowId, indicator: Indicator, now: Figure): void {
  for (const back of EARLIER) {
    const then = realizedThen(c, row, back, indicator)
    if (then === null) continue
    const realization = c.figure({
      code: `sakip.realization${back}`,
      row,
      formula: 'value.1',
      inputs: [then],
      unit: indicator.unit,
    })
    if (reported(c, row, back)) {
      const inputs = [c.input('capaian', `figure:sakip.achievement/${row}`, { from: sourceOf(back) })]
      c.figure({ code: `sakip.achievement${back}`, row, formula: 'value.1', inputs, band: c.rules.sakip.scale })
    }
    if (back === '1') {
      const inputs = [c.of('sekarang', now), c.of('sebelumnya', realization)]
      c.figure({ code: 'sakip.change', row, formula: 'difference.1', inputs, unit: indicator.unit })
    }
  }
}

const reported = (c: PerformanceReport, row: RowId, back: Earlier): boolean =>
  c.source(sourceOf(back))?.figure(`sakip.realization/${row}`) != null

/** By the report of that year, else as typed here; null where nothing is known. */
function realizedThen(c: PerformanceReport, row: RowId, back: Earlier, { steps }: Indicator): Input | null {
  if (reported(c, row, back)) return c.input('realisasi', `figure:sakip.realization/${row}`, { from: sourceOf(back) })
  const at = `/indicators/${row}/earlier${back}` as const
  const cell = c.cell(at)
  return cell === undefined ? null : measured(c.input('realisasi', at), cell, steps)
}
