import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { cellWords, columnWords } from './cellWords.ts'
import { hyphenate } from './hyphenate.ts'
import { tableWidths } from './tableWidths.ts'

/** A table as the template draws it. */
export interface DrawnTable {
  kind: 'table'
  number: string
  title: string
  notes: string[]
  /** On a page that lies on its side. */
  wide: boolean
  size: number
  broken: boolean
  /** A line of it is on one page. */
  whole: boolean
  columns: { title: string; width: number; number: boolean }[]
  lines: { as: 'group' | 'sum' | 'data'; cells: { text: string; level: number; span: number }[] }[]
}

/** Letters of a cell that may go on on the next page. */
const longest = 600

/** A table with the widths and words of its cells. */
export function tablePiece(number: string, table: EditionTable): DrawnTable {
  const { wide, size, widths, broken } = tableWidths(table)
  const lines = table.lines.map((line): DrawnTable['lines'][number] => ({
    as: line.as ?? 'data',
    cells: cellsOf(table, line),
  }))
  return {
    kind: 'table',
    number,
    title: table.title,
    notes: table.notes.map(hyphenate),
    wide,
    size,
    broken,
    columns: table.columns.map((column, n) => ({
      title: hyphenate(columnWords(column)),
      width: Math.floor((widths[n] ?? 0) * 100) / 100,
      number: column.number ?? false,
    })),
    whole: lines.every(({ cells }) => cells.every(({ text }) => text.length <= longest)),
    lines,
  }
}

function cellsOf({ columns }: EditionTable, line: EditionTable['lines'][number]): DrawnTable['lines'][number]['cells'] {
  const first = columns.findIndex(column => !column.number && cellWords(column, line.cells[column.id]) !== '')
  const cells = columns.map((column, n) => ({
    text: column.number
      ? cellWords(column, line.cells[column.id])
      : hyphenate(cellWords(column, line.cells[column.id])),
    level: n === first ? (line.level ?? 0) : 0,
    span: 1,
  }))
  const rest = cells.slice(first + 1)
  // a heading over lines is as wide as the table
  if (line.as !== 'group' || first < 0 || rest.some(({ text }) => text !== '')) return cells
  const heading = cells[first]
  return heading ? [...cells.slice(0, first), { ...heading, span: columns.length - first }] : cells
}
