import type { EditionChart } from '@sepakat/rules/editions/FrozenEdition.ts'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SaidChart } from './SaidChart.tsx'

it('says a quotient with as many places as the document of the edition', () => {
  const values = ['91.7830508712424368008069786890325117', '1000', null]
  const chart: EditionChart = {
    ...{ id: 'indeks', title: 'Indeks', as: 'bars', unit: '', notes: [] },
    categories: ['Pendidikan', 'Kesehatan', 'Sosial'],
    series: [{ name: 'Indeks', values }],
  }
  const { container } = render(<SaidChart number="" chart={chart} />)
  expect([...container.querySelectorAll('small')].map(one => one.textContent)).toEqual(['91,7831', '1.000', '–'])
  expect(screen.getByText('91,7831', { selector: 'td, td *' })).toBeTruthy()
})
