import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { columnWords } from './columnWords.ts'
import { hyphenate } from './hyphenate.ts'
import { lineCells } from './lineCells.ts'
import { headWord, tableWidths } from './tableWidths.ts'

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
    cells: lineCells(table, line).map(({ text, number, level, span }) => ({
      text: number ? text : hyphenate(text),
      level,
      span,
    })),
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
      title: columnWords(column).split(' ').map(headWord).join(' '),
      width: Math.floor((widths[n] ?? 0) * 100) / 100,
      number: column.number ?? false,
    })),
    whole: lines.every(({ cells }) => cells.every(({ text }) => text.length <= longest)),
    lines,
  }
}
