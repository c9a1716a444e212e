import type { Place, RowId, TableId } from '@sepakat/rules'
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Cells } from './cells.ts'

const positionOf = (cells: Cells, table: TableId, row: RowId | undefined): string | null =>
  row === undefined ? null : (cells.place({ table, row })?.position ?? null)

/** Equal or disordered positions (two users at once) leave no room between: the new row then goes after both. */
function between(before: string | null, after: string | null): string {
  return before !== null && after !== null && before >= after
    ? generateKeyBetween(before, null)
    : generateKeyBetween(before, after)
}

/** The position at the end of these rows, which are in order. */
export function placeAtEnd(cells: Cells, table: TableId, rows: readonly RowId[], parent: RowId | null): Place {
  return { parent, position: between(positionOf(cells, table, rows.at(-1)), null) }
}

/** So many positions at the end, in order. */
export function placesAtEnd(
  cells: Cells,
  table: TableId,
  rows: readonly RowId[],
  parent: RowId | null,
  count: number,
): Place[] {
  return generateNKeysBetween(positionOf(cells, table, rows.at(-1)), null, count).map(position => ({
    parent,
    position,
  }))
}

/** The position that moves a row to this index among its rows; null where it is there already. */
export function placeAt(
  cells: Cells,
  table: TableId,
  rows: readonly RowId[],
  row: RowId,
  index: number,
  parent: RowId | null,
): Place | null {
  const from = rows.indexOf(row)
  const to = Math.max(0, Math.min(index, rows.length - 1))
  if (from < 0 || from === to) return null
  const others = rows.filter(id => id !== row)
  return {
    parent,
    position: between(positionOf(cells, table, others[to - 1]), positionOf(cells, table, others[to])),
  }
}
