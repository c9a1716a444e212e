import type { Figure } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Indicator } from '../sakip-indikator/indicator.ts'
import { EARLIER, type Earlier, sourceOf } from './earlierYears.ts'
import type { PerformanceReport } from './PerformanceReport.ts'
import { told, typed } from './realized.ts'

/** Realization and achievement of earlier years, and the change since the last: of each year with data. */
export function computeEarlier(c: PerformanceReport, row: RowId, indicator: Indicator, now: Figure): void {
  const { unit } = indicator
  for (const back of EARLIER) {
    const from = sourceOf(back)
    const reported = isReported(c, row, back)
    const then = reported ? told(c, row, from, 'sakip.realization') : typed(c, row, `earlier${back}`, indicator)
    if (then === null) continue
    const realization = c.figure({ code: `sakip.realization${back}`, row, formula: 'value.1', ...then, unit })
    if (reported) {
      const achievement = told(c, row, from, 'sakip.achievement')
      c.figure({ code: `sakip.achievement${back}`, row, formula: 'value.1', ...achievement })
    }
    if (back === '1') {
      const inputs = [c.of('sekarang', now), c.of('sebelumnya', realization)]
      c.figure({ code: 'sakip.change', row, formula: 'difference.1', inputs, unit })
    }
  }
}

const isReported = (c: PerformanceReport, row: RowId, back: Earlier): boolean =>
  c.source(sourceOf(back))?.figure(`sakip.realization/${row}`) != null
