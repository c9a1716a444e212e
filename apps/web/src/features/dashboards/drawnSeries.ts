import type { Chart } from '@sepakat/rules'
import { count, formatNumber } from '#ui/numbers.ts'

export type Point = Chart['series'][number]['points'][number]
export interface DrawnSeries {
  name: string
  points: readonly Point[]
  /** Its place among the looks, which differ in grey too. */
  look: number
}

export const seriesOf = ({ series }: Chart): DrawnSeries[] =>
  series.map(({ name, points }, look) => ({ name, points, look }))

export const hasValues = ({ series }: Chart): boolean =>
  series.some(({ points }) => points.some(({ value }) => value !== null))

/** For drawing alone: what is read, tabled or saved stays as it came. */
export const sizeOf = (value: string | null): number => Number(value ?? 0)

/** A value as it is read: counts whole, shares and indices with two decimals, days with one. */
export function saidValue({ unit, as }: Pick<Chart, 'unit' | 'as'>, value: string | null): string {
  if (value === null) return '–'
  if (as === 'stack') return formatNumber(value)
  return formatNumber(value, { decimals: unit === 'hari' ? 1 : 2 })
}

/** `27 dari 29 layanan`; of one report whether it is provisional; '' where a value is of everything there is. */
export const saidCoverage = ({ covers }: Pick<Chart, 'covers'>, { coverage }: Point): string => {
  if (coverage === null) return ''
  const { owed, reported, approved } = coverage
  if (owed === 1 && reported === 1) return approved === 1 ? '' : 'sementara'
  return owed === reported ? `${count(owed)} ${covers}` : `${count(reported)} dari ${count(owed)} ${covers}`
}

/** A point as a link says it: `2026, Triwulan II: 50,00; 1 dari 29 layanan`. */
export const saidPoint = (chart: Chart, series: string, category: string, point: Point): string => {
  const unit = chart.unit && chart.as !== 'stack' ? ` ${chart.unit}` : ''
  const coverage = saidCoverage(chart, point)
  return `${series}, ${category}: ${saidValue(chart, point.value)}${unit}${coverage && `; ${coverage}`}`
}
