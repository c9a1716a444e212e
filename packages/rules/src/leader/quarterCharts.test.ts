import { expect, it } from 'vitest'
import type { QuarterFigure } from './ChartData.ts'
import { quarterCharts } from './quarterCharts.ts'

const quarter = (period: string, value: string, more: Partial<QuarterFigure> = {}): QuarterFigure => ({
  period,
  value,
  ruleSet: '2021.1',
  isMixed: false,
  coverage: { owed: 2, reported: 2, approved: 2 },
  ...more,
})
const finding = (...index: QuarterFigure[]): string => {
  const none = { indicators: { now: null, before: null }, targets: [], spending: { period: null, offices: [] } }
  const [chart] = quarterCharts({ year: 2026, index, achievement: [], punctuality: [], turnaround: [], ...none })
  return chart?.finding ?? ''
}
const now = quarter('2026-TW1', '80')

it('a quarter is compared with the same one of last year', () => {
  expect(finding(now, quarter('2025-TW1', '70'))).toMatch(
    /, naik 10,00 poin dari Triwulan I 2025 \(2 dari 2 layanan\)$/,
  )
  expect(finding(now, quarter('2025-TW1', '80'))).toMatch(/, sama dengan Triwulan I 2025/)
})

it('a quarter of other rules is not compared, nor one of which a part is of other rules still', () => {
  const apart = /; aturan penghitungan Triwulan I 2025 \(2 dari 2 layanan\) lain$/
  expect(finding(now, quarter('2025-TW1', '70', { ruleSet: 'lama' }))).toMatch(apart)
  expect(finding(now, quarter('2025-TW1', '70', { isMixed: true }))).toMatch(apart)
  expect(finding({ ...now, isMixed: true }, quarter('2025-TW1', '70'))).toMatch(apart)
})
