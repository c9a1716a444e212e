import type { EditionChart, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'

/** The lines of numbers that a chart is drawn from, as a table. */
export const chartTable = ({ id, title, unit, categories, series, notes }: EditionChart): EditionTable => ({
  id,
  title,
  columns: [
    { id: 'category', title: 'Uraian', share: 3 },
    ...series.map(({ name, decimals }, n) => ({
      ...{ id: `s${n}`, title: name, share: 2, number: true as const, unit },
      ...(decimals === undefined ? {} : { decimals }),
    })),
  ],
  lines: categories.map((category, at) => ({
    cells: {
      category: { text: category },
      ...Object.fromEntries(series.map(({ values }, n) => [`s${n}`, valueCell(values[at])])),
    },
  })),
  notes,
})

const valueCell = (value: string | null | undefined) => (value == null ? { text: 'tidak ada' } : { value })

/** What a chart shows, for those who do not see it. */
export const chartWords = (chart: EditionChart): string => {
  const { columns, lines } = chartTable(chart)
  const said = lines.map(({ cells }) =>
    columns
      .map(column => (column.number ? `${column.title} ${shownCell(column, cells[column.id])}` : cells.category?.text))
      .join(', '),
  )
  return `${chart.as === 'bars' ? 'Diagram batang' : 'Diagram garis'}: ${chart.title} (${chart.unit}). ${said.join('; ')}.`
}
