import type { CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'
import { newRowId } from './newRowId.ts'

/** A row before it has its permanent id. */
export type NewRow = Omit<CatalogueRow, 'id'>

/** The rows with a new one after the last of its table, parent and group. `taken`: ids it may not get. */
export function addedRow(rows: CatalogueRow[], row: NewRow, taken: ReadonlySet<RowId>): CatalogueRow[] {
  const id = newRowId(row.label, row.parent, new Set([...taken, ...rows.map(one => one.id)]))
  const lastOf = (is: (one: CatalogueRow) => boolean): number => rows.findLastIndex(is) + 1
  const at =
    lastOf(one => one.table === row.table && one.parent === row.parent && one.group === row.group) ||
    lastOf(one => one.id === row.parent) ||
    rows.length
  return rows.toSpliced(at, 0, { id, ...row })
}
