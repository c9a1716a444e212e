import { groupBy } from '../grouping/groupBy.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import { rowsOf } from './rowsOf.ts'

export interface ValidRows {
  byId: ReadonlyMap<RowId, CatalogueRow>
  /** In the catalogue's order. */
  byTable: ReadonlyMap<TableId, CatalogueRow[]>
}

const known = new WeakMap<Catalogue, Map<number, ValidRows>>()

/** The rows valid in a year, found once for the forms of all offices: no catalogue is changed once it is made. */
export const validRows = (catalogue: Catalogue, year: number): ValidRows => {
  const years = known.get(catalogue) ?? new Map<number, ValidRows>()
  known.set(catalogue, years)
  const found = years.get(year)
  if (found !== undefined) return found
  const rows = rowsOf(catalogue, year)
  const made = { byId: new Map(rows.map(row => [row.id, row])), byTable: groupBy(rows, row => row.table) }
  years.set(year, made)
  return made
}
