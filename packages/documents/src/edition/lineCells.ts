import type { EditionLine, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'

interface LineCell {
  text: string
  /** Of a number with nothing to say instead. */
  number: boolean
  /** How far it is indented. */
  level: number
  /** How many columns it takes. */
  span: number
}

/** What is printed in a line of a table: its first words are indented by its level, and a heading over lines is as wide as the table. */
export function lineCells({ columns }: EditionTable, line: EditionLine): LineCell[] {
  const texts = columns.map(column => shownCell(column, line.cells[column.id]))
  const first = columns.findIndex((column, n) => !column.number && texts[n] !== '')
  const cells = texts.map((text, n) => ({
    text,
    number: columns[n]?.number ?? false,
    level: n === first ? (line.level ?? 0) : 0,
    span: 1,
  }))
  const heading = cells[first]
  if (line.as !== 'group' || !heading || texts.slice(first + 1).some(text => text !== '')) return cells
  return [...cells.slice(0, first), { ...heading, span: columns.length - first }]
}
