import type { Chart } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { chartCsv } from './chartCsv.ts'
import { saidPoint } from './drawnSeries.ts'

const coverage = { owed: 29, reported: 5, approved: 3 }
const chart: Chart = {
  id: 'indeks',
  theme: 'quarters',
  reportType: 'spm',
  finding: 'Indeks: 71,20',
  subject: 'Indeks menurut triwulan',
  as: 'lines',
  unit: '',
  covers: 'layanan',
  categories: ['Triwulan I', '=HYPERLINK("x")'],
  series: [
    {
      name: '2026',
      points: [
        { value: '1234.5678901234', coverage, to: null },
        { value: null, coverage: null, to: null },
      ],
    },
  ],
  notes: [],
}

it('gives exact numbers with a decimal comma, what they cover, and no formula', () => {
  expect(chartCsv(chart).split('\r\n')).toEqual([
    '\ufeff"Indeks menurut triwulan";"2026";"2026: layanan yang masuk";"2026: layanan yang wajib"',
    '"Triwulan I";"1234,5678901234";"5";"29"',
    '"\'=HYPERLINK(""x"")";"";"";""',
    '',
  ])
})

it('leaves coverage out where nothing has any', () => {
  const counts = {
    ...chart,
    categories: ['a'],
    series: [{ name: 'Tepat waktu', points: [{ value: '3', coverage: null, to: null }] }],
  }
  expect(chartCsv({ ...counts, unit: 'laporan' })).toBe(
    '\ufeff"Indeks menurut triwulan";"Tepat waktu (laporan)"\r\n"a";"3"\r\n',
  )
})

it('says a point with what it covers', () => {
  expect(saidPoint(chart, '2026', 'Triwulan I', chart.series[0]!.points[0]!)).toBe(
    '2026, Triwulan I: 1.234,57; 5 dari 29 layanan',
  )
})
