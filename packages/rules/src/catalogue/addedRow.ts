import type { CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'
import { slugOf } from './slugOf.ts'

const mostLevels = 3

/**
 * The permanent id of a new row, made from its label; below `parent` while that has fewer than three levels, else beside it.
 * `taken`: every id the form ever had, in any version: an id is never reused, so a repeated name gets a number.
 */
export function newRowId(label: string, parent: RowId | undefined, taken: ReadonlySet<RowId>): RowId {
  const above = parent?.split('.').slice(0, mostLevels - 1) ?? []
  const id = [...above, slugOf(label) || 'baris'].join('.')
  if (!taken.has(id)) return id
  let n = 2
  while (taken.has(`${id}-${n}`)) n += 1
  return `${id}-${n}`
}

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
