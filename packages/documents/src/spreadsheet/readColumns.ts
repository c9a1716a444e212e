import { plain } from '@sepakat/rules/text/plain.ts'
import { pastedLines } from './pastedBlock.ts'

/** A column of an imported spreadsheet: the accepted spellings of its heading, the template's first. */
export interface SheetColumn<Id extends string> {
  id: Id
  names: readonly string[]
}

/**
 * The rows of a spreadsheet by column. If the first row is headings, columns are matched by them, in any order; without headings
 * they are in the template's order. Empty rows are left out.
 */
export function readColumns<Id extends string>(
  text: string,
  columns: readonly SheetColumn<Id>[],
): Record<Id, string>[] {
  const rows = pastedLines(text).filter(cells => cells.some(cell => cell.trim() !== ''))
  const heads = (rows[0] ?? []).map(cell =>
    columns.find(({ names }) => names.some(name => plain(name) === plain(cell))),
  )
  const headed = heads.filter(Boolean).length > 1
  const at = (id: Id): number =>
    headed ? heads.findIndex(column => column?.id === id) : columns.findIndex(column => column.id === id)
  return rows
    .slice(headed ? 1 : 0)
    .map(cells => Object.fromEntries(columns.map(({ id }) => [id, (cells[at(id)] ?? '').trim()])) as Record<Id, string>)
}

export const headings = (columns: readonly SheetColumn<string>[]): string[] =>
  columns.map(({ names }) => names[0] ?? '')
