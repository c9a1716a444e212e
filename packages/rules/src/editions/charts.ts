// Charts are drawn from the lines of a table, so that one never says something else than the other.
import type { EditionData } from './EditionData.ts'
import type { EditionChartMaker, EditionTableMaker } from './EditionKind.ts'
import type { EditionLine } from './FrozenEdition.ts'

interface Drawn {
  id: string
  title: string
  unit: string
  from: EditionTableMaker
  lines: (line: EditionLine, data: EditionData) => boolean
  category: string
  series: { name: string; column: string }[]
  notes?: string[]
}

const mostCategories = 40

export const chartOf = ({ id, title, unit, from, lines, category, series, notes = [] }: Drawn): EditionChartMaker => ({
  title,
  make: data => {
    const table = from.make(data)
    const drawn = table.lines.filter(line => lines(line, data))
    const shown = drawn.slice(0, mostCategories)
    const left = drawn.length - shown.length
    return {
      id,
      title,
      as: 'bars',
      unit,
      categories: shown.map(({ cells }) => (cells[category]?.text ?? '').replace(/^(?:Indeks urusan|Jumlah) /, '')),
      series: series.map(({ name, column }) => {
        const decimals = table.columns.find(({ id }) => id === column)?.decimals
        const values = shown.map(({ cells }) => cells[column]?.value ?? null)
        return decimals === undefined ? { name, values } : { name, decimals, values }
      }),
      notes: left > 0 ? [...notes, `${left} lainnya ada pada tabelnya.`] : notes,
    }
  },
})

export const isSum = ({ as }: EditionLine): boolean => as === 'sum'
export const isData = ({ as }: EditionLine): boolean => as === undefined
