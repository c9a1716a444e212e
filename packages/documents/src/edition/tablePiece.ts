import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { columnWords } from './columnWords.ts'
import { emsOf } from './emsOf.ts'
import { hyphenate } from './hyphenate.ts'
import { lineCells } from './lineCells.ts'
import { headWord, indentOf, inset, tableWidths } from './tableWidths.ts'

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
  lines: { as: 'group' | 'sum' | 'data'; cells: { text: string; indent: number; span: number }[] }[]
}

/** Lines of text in a cell: with more, its line of the table may go on on the next page. A page that lies on its side has room for twice as many. */
const mostWhole = 20

/** In how many lines a text is set, in a cell with room for so many ems. */
const linesOf = (text: string, room: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(emsOf(line) / room)), 0)

/** A table with the widths and words of its cells. */
export function tablePiece(number: string, table: EditionTable): DrawnTable {
  const { wide, size, widths, broken } = tableWidths(table)
  let whole = true
  const lines = table.lines.map((line): DrawnTable['lines'][number] => {
    let at = 0
    const cells = lineCells(table, line).map(({ text, number, level, span }) => {
      const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
      at += span
      const indent = indentOf(level, { size, width })
      whole &&= linesOf(text, (width - inset - indent) / size) <= mostWhole
      return { text: number ? text : hyphenate(text), indent, span }
    })
    return { as: line.as ?? 'data', cells }
  })
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
    whole,
    lines,
  }
}
