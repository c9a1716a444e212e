import { groupBy } from '../grouping/groupBy.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import { rowsOf } from './rowsOf.ts'

export interface ValidRows {
  byId: ReadonlyMap<RowId, CatalogueRow>
  /** In the catalogue's order. */
  byTable: ReadonlyMap<TableId, CatalogueRow[]>
}

const known = new WeakMap<Catalogue, Record<number, ValidRows>>()

/** The rows valid in a year, found once for the forms of all offices: no catalogue is changed once it is made. */
export const validRows = (catalogue: Catalogue, year: number): ValidRows => {
  const years = known.get(catalogue) ?? {}
  known.set(catalogue, years)
  years[year] ??= found(rowsOf(catalogue, year))
  return years[year]
}

const found = (rows: CatalogueRow[]): ValidRows => ({
  byId: new Map(rows.map(row => [row.id, row])),
  byTable: groupBy(rows, row => row.table),
})
