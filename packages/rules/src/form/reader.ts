import { exact, isDecimal } from '../numbers/decimal.ts'
import { isBlank } from '../text/isBlank.ts'
import type { Answers, Cell, Declared } from '../types/Answers.ts'
import type { Reader } from '../types/Context.ts'
import type { FieldId, Pointer, RowId, TableId } from '../types/Pointer.ts'
import { parentOf, rootHead, rowsIn, type Tree } from './rowTree.ts'

/** The segments of a pointer; its ids contain no `/`. */
export function segmentsOf(at: string): [table: TableId, row: RowId, field: FieldId] {
  const row = at.indexOf('/', 1)
  const field = at.indexOf('/', row + 1)
  return row < 0 || field < 0 ? ['', '', ''] : [at.slice(1, row), at.slice(row + 1, field), at.slice(field + 1)]
}

export const pointer = (table: TableId, row: RowId, field: FieldId): Pointer => `/${table}/${row}/${field}`

/** The cells of a row. Row ids come from users: in a Map, what JavaScript inherits is no row. */
export type Cells = (table: TableId, row: RowId) => Record<FieldId, Cell> | undefined

export function cellsOf(answers: Answers): Cells {
  const tables = new Map(
    Object.entries(answers).map(([table, rows]) => [
      table,
      new Map(Object.entries(rows).map(([row, cells]) => [row, said(cells)])),
    ]),
  )
  return (table, row) => tables.get(table)?.get(row)
}

/** A blank text is kept as typed and counts as nothing: it fills no cell, explains no finding, gives no reason. */
function said(cells: Record<FieldId, Cell>): Record<FieldId, Cell> {
  const all = Object.entries(cells)
  const some = all.filter(([, cell]) => typeof cell !== 'string' || !isBlank(cell))
  return some.length === all.length ? cells : Object.fromEntries(some)
}

export const isUnread = (cell: Cell | undefined): cell is { asTyped: string } => typeof cell === 'object'

const declared = (cell: Cell | undefined): Declared | null =>
  cell === 'nil' || cell === 'notApplicable' || cell === 'notYetAvailable' ? cell : null

/** Reads the answers of a form by pointer. */
export function readerOf(tree: Tree, cells: Cells): Reader {
  const states = new Map<TableId, Map<RowId, Declared | null>>()
  const own = (table: TableId, row: RowId) => declared(cells(table, row)?.state)

  /** Its own, that of its list, or that of its parent. */
  function findState(table: TableId, row: RowId): Declared | null {
    const itself = own(table, row)
    if (itself) return itself
    const parent = rowsIn(tree, table).parents.get(row)
    if (parent === undefined) {
      // a head row belongs to the row whose list it is
      const above = tree.of(table).find(of => rowsIn(tree, of).parents.has(row))
      return above === undefined ? null : state(above, row)
    }
    const list = tree.isList(table) ? own(table, parent ?? rootHead) : null
    const above = list ? null : parentOf(tree, table, row)
    return list ?? (above && state(above.table, above.row))
  }
  function state(table: TableId, row: RowId): Declared | null {
    const known = states.get(table) ?? new Map<RowId, Declared | null>()
    const so = known.get(row)
    if (so !== undefined) return so
    const found = findState(table, row)
    states.set(table, known.set(row, found))
    return found
  }
  function cell(at: Pointer): Cell | undefined {
    const [table, row, field] = segmentsOf(at)
    return cells(table, row)?.[field]
  }
  return {
    rows: (table, under) =>
      under === undefined ? rowsIn(tree, table).ids : (rowsIn(tree, table).under.get(under) ?? []),
    cell,
    text(at) {
      const value = cell(at)
      return typeof value === 'string' ? value : null
    },
    number(at) {
      const [table, row, field] = segmentsOf(at)
      const value = cells(table, row)?.[field]
      return typeof value === 'string' && isDecimal(value) && state(table, row) === null ? exact(value) : null
    },
    state,
    parent: (table, row) => rowsIn(tree, table).parents.get(row) ?? null,
  }
}
