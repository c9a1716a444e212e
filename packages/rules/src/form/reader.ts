import { exact, isDecimal } from '../numbers/decimal.ts'
import type { Answers, Cell, Declared, FieldId, Pointer, Reader, RowId, TableId } from '../types.ts'
import { parentOf, rootHead, rowsIn, type Tree } from './tree.ts'

export type Segments = [table: TableId, row: RowId, field: FieldId]

export function segmentsOf(at: string): Segments {
  const [, table = '', row = '', field = ''] = at.split('/')
  return [table, row, field]
}

export const pointer = (table: TableId, row: RowId, field: FieldId): Pointer => `/${table}/${row}/${field}`

const own = <T>(record: Record<string, T> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

export const cellIn = (answers: Answers, table: TableId, row: RowId, field: FieldId): Cell | undefined =>
  own(own(own(answers, table), row), field)

export const isUnread = (cell: Cell | undefined): cell is { asTyped: string } => typeof cell === 'object'

const declared = (cell: Cell | undefined): Declared | null =>
  cell === 'nil' || cell === 'notApplicable' || cell === 'notYetAvailable' ? cell : null

/** Reads the answers of a form by pointer. */
export function readerOf(tree: Tree, answers: Answers): Reader {
  /** Its own, that of the list it stands in, or that of what it hangs on. */
  function state(table: TableId, row: RowId): Declared | null {
    const itself = declared(cellIn(answers, table, row, 'state'))
    if (itself) return itself
    const parent = rowsIn(tree, table).parents.get(row)
    if (parent === undefined) {
      // a head row hangs on the row whose list it is
      const above = tree.of(table).find(of => rowsIn(tree, of).parents.has(row))
      return above === undefined ? null : state(above, row)
    }
    const list = tree.isList(table) ? declared(cellIn(answers, table, parent ?? rootHead, 'state')) : null
    if (list) return list
    const above = parentOf(tree, table, row)
    return above && state(above.table, above.row)
  }
  const cell = (at: Pointer) => cellIn(answers, ...segmentsOf(at))
  return {
    rows: (table, under) =>
      under === undefined ? rowsIn(tree, table).ids : (rowsIn(tree, table).under.get(under) ?? []),
    cell,
    text(at) {
      const value = cell(at)
      return typeof value === 'string' ? value : null
    },
    number(at) {
      const [table, row] = segmentsOf(at)
      const value = cell(at)
      return typeof value === 'string' && isDecimal(value) && state(table, row) === null ? exact(value) : null
    },
    state,
    parent: (table, row) => rowsIn(tree, table).parents.get(row) ?? null,
  }
}
