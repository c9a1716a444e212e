import { describe, expect, it } from 'vitest'
import type { ChartData } from './ChartData.ts'
import { changeOf } from './comparedIndicators.ts'
import { indicatorCharts } from './indicatorCharts.ts'
import type { TargetsOfOffice } from './LeaderData.ts'
import { report } from './lppd.fixture.ts'

const data = (more: Partial<ChartData>): ChartData => ({
  year: 2026,
  index: [],
  achievement: [],
  indicators: { now: null, before: null },
  targets: [],
  spending: { period: null, offices: [] },
  punctuality: [],
  turnaround: [],
  ...more,
})

it.each([
  ['80', '79', 'higher', 'better'],
  ['80', '79', 'lower', 'worse'],
  ['80', '79', null, 'better'],
  ['80', '80.0', 'lower', 'same'],
  ['80', null, 'higher', null],
] as const)('%s after %s, of which %s is better: %s', (value, before, direction, change) => {
  expect(changeOf(value, before, direction)).toBe(change)
})

describe('key indicators beside last year', () => {
  const now = report('2025', { harapan: '72', kematian: '9', miskin: '7' })

  it('are counted by field of government, the way each is meant', () => {
    const before = report('2024', { harapan: '71', kematian: '8' })
    const [chart] = indicatorCharts(data({ indicators: { now, before } }))
    expect(chart!.finding).toBe('1 indikator kinerja kunci 2025 membaik dan 1 memburuk dari tahun 2024')
    expect(chart!.categories).toEqual(['Kesehatan', 'Sosial'])
    expect(chart!.series.map(({ name, points }) => [name, ...points.map(({ value }) => value)])).toEqual([
      ['Membaik', '1', '0'],
      ['Tetap', '0', '0'],
      ['Memburuk', '1', '0'],
      ['Belum dapat dibandingkan', '0', '1'],
    ])
  })

  it('are not compared where last year is not in', () => {
    const [chart] = indicatorCharts(data({ indicators: { now, before: null } }))
    expect(chart!.finding).toBe('Indikator kinerja kunci 2025 belum dapat dibandingkan dengan tahun 2024')
  })
})

it('indicators with a target are ranked, the fewest reached first, beside the year before', () => {
  const of = (period: string, id: string, reached: number, ruleSet = '2021.1'): TargetsOfOffice => ({
    period,
    ruleSet,
    office: { id, name: id, shortName: id },
    owed: 5,
    measured: 4,
    approved: 0,
    reached,
  })
  const [, chart] = indicatorCharts(
    data({ targets: [of('2025', 'a', 4), of('2025', 'b', 1), of('2024', 'b', 2), of('2024', 'c', 2)] }),
  )
  expect(chart!.finding).toBe('5 dari 8 indikator perjanjian kinerja 2025 mencapai target')
  expect(chart!.categories).toEqual(['b', 'a'])
  expect(chart!.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
    ['25', '100'],
    ['50', null],
  ])
  expect(chart!.series[0]!.points[0]!.coverage).toEqual({ owed: 5, reported: 4, approved: 0 })
  const [, apart] = indicatorCharts(data({ targets: [of('2025', 'b', 1, 'baru'), of('2024', 'b', 2)] }))
  expect(apart!.series[1]!.points).toMatchObject([{ value: null }])
  expect(apart!.notes.join()).toContain(
    'Tahun 2024 tidak digambar bagi 1 perangkat daerah karena aturan penghitungannya lain.',
  )
})
