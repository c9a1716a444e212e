import { stepScale } from '../../scales/stepsOf.ts'
import type { Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Scale } from '../../types/RuleSet.ts'
import type { Indicator } from '../sakip-indikator/indicator.ts'
import { measured } from '../sakip-indikator/measure.ts'
import type { PerformanceReport } from './PerformanceReport.ts'
import type { tables } from './tables.ts'

/** A realization, and its label where it is a step of a scale. */
export interface Realized {
  inputs: Input[]
  band: Scale | Figure['band'] | undefined
}

/** The labels of an indicator's steps; nothing for one in numbers. */
export const stepBand = ({ steps }: Indicator): Scale | undefined => (steps ? stepScale('tingkat', steps) : undefined)

/** As typed in this report; null for none. */
export function typed(
  c: PerformanceReport,
  row: RowId,
  field: keyof typeof tables.indicators.fields,
  indicator: Indicator,
): Realized | null {
  const at = `/indicators/${row}/${field}` as const
  const cell = c.cell(at)
  if (cell === undefined) return null
  return { inputs: [measured(c.input('realisasi', at), cell, indicator.steps)], band: stepBand(indicator) }
}

/** The result of another report, with its label there. */
export const told = (c: PerformanceReport, row: RowId, from: string, code: string): Realized => ({
  inputs: [c.input(code === 'sakip.achievement' ? 'capaian' : 'realisasi', `figure:${code}/${row}`, { from })],
  band: c.source(from)?.figure(`${code}/${row}`)?.band,
})
