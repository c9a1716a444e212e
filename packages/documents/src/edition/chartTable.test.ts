import type { EditionChart } from '@sepakat/rules/editions/FrozenEdition.ts'
import { expect, it } from 'vitest'
import { chartSvg } from './chartSvg.ts'
import { chartWords } from './chartTable.ts'

const chart: EditionChart = {
  ...{ id: 'grafik-spm', title: 'Indeks', as: 'bars', unit: 'persen', categories: ['Sosial'], notes: [] },
  series: [{ name: 'Indeks', decimals: 2, values: ['72.7683'] }],
}

it.each(['bars', 'lines'] as const)('a chart of %s says a number as the table beside it, drawn and in words', as => {
  for (const said of [chartWords({ ...chart, as }), chartSvg({ ...chart, as }).svg]) {
    expect(said).toContain('72,77')
    expect(said).not.toContain('72,768')
  }
})
