import { expect, it } from 'vitest'
import { chartOf, isSum } from './charts.ts'
import type { EditionData } from './EditionData.ts'

it('a chart says its numbers with as many decimals as the table that it is drawn from', () => {
  const table = {
    id: 'spm-capaian',
    title: 'Capaian',
    columns: [
      { id: 'name', title: 'Urusan', share: 6 },
      { id: 'index', title: 'Indeks', share: 2, number: true as const, decimals: 2 },
      { id: 'due', title: 'Harus dilayani', share: 2, number: true as const },
    ],
    lines: [
      { as: 'sum' as const, cells: { name: { text: 'Sosial' }, index: { value: '72.7683' }, due: { value: '9' } } },
    ],
    notes: [],
  }
  const chart = chartOf({
    ...{ id: 'grafik', title: 'Grafik', unit: '', lines: isSum, category: 'name' },
    from: { title: 'Capaian', make: () => table },
    series: [
      { name: 'Indeks', column: 'index' },
      { name: 'Sasaran', column: 'due' },
    ],
  })
  expect(chart.make({} as EditionData).series).toEqual([
    { name: 'Indeks', decimals: 2, values: ['72.7683'] },
    { name: 'Sasaran', values: ['9'] },
  ])
})
