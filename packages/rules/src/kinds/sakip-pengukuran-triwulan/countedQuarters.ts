import type { Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Indicator } from '../sakip-indikator/indicator.ts'
import { measured } from '../sakip-indikator/measure.ts'
import { type Measurement, type Quarter, quarterOf, quartersTo } from './measurement.ts'

export interface Counted {
  realizations: Input[]
  targets: Input[]
}

/**
 * The quarters an achievement uses, each with its own target: every filled one where they are summed, else the last filled.
 * With none filled, this quarter's empty cell is the input and gives the reason.
 */
export function countedQuarters(c: Measurement, row: RowId, { quarterly, steps }: Indicator): Counted {
  const now = quarterOf(c.scope.period)
  const at = `/indicators/${row}/realization` as const
  const realized = (quarter: Quarter): Input => {
    const earlier = c.source(quarter)
    if (quarter === now) return measured(c.input('realisasi', at), c.cell(at), steps)
    return measured(c.input('realisasi', at, { from: quarter }), earlier?.cell(at), steps)
  }
  const target = (quarter: Quarter): Input => {
    const place = `/indicators/${row}/${quarter}` as const
    return measured(c.input('target', place, { from: 'agreement' }), c.source('agreement')?.cell(place), steps)
  }
  const all = quartersTo(c.scope.period).map(quarter => ({ quarter, realization: realized(quarter) }))
  const unread = all.filter(one => one.realization.state === 'unread')
  const filled = all.filter(one => one.realization.value !== null || unread.includes(one))
  const counted = filled.length === 0 ? all.slice(-1) : quarterly === 'sum' ? filled : filled.slice(-1)
  return { realizations: counted.map(one => one.realization), targets: counted.map(one => target(one.quarter)) }
}
