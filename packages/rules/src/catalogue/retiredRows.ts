import type { CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'

/** One slice of a row. */
export interface Slice {
  row: RowId
  from: number
}
export interface Retirement {
  row: RowId
  lastYear: number
}

/**
 * Ends a row and all below it with a year; slices that would start later are removed, since they will never count. Its id stays in the
 * catalogue: what was reported keeps its row. Refused where the row, or one below it, exists only later,
 * since nothing of it would be left.
 */
export function retiredRows(rows: CatalogueRow[], { row, lastYear }: Retirement): CatalogueRow[] | { missing: Slice } {
  const ending = withAllBelow(rows, row)
  const within = (one: CatalogueRow): boolean => one.from <= lastYear
  const isOver = (id: RowId): boolean => !rows.some(one => one.id === id && (one.to === null || one.to >= lastYear))
  if (isOver(row)) return { missing: { row, from: lastYear } }
  const lost = [...ending].find(id => !rows.some(one => one.id === id && within(one)))
  if (lost !== undefined) return { missing: { row: lost, from: lastYear } }
  return rows
    .filter(one => !ending.has(one.id) || within(one))
    .map(one => (ending.has(one.id) && (one.to === null || one.to > lastYear) ? { ...one, to: lastYear } : one))
}

const withAllBelow = (rows: CatalogueRow[], row: RowId): ReadonlySet<RowId> => {
  const all = new Set([row])
  for (let before = 0; before < all.size; ) {
    before = all.size
    for (const { id, parent } of rows) if (parent !== undefined && all.has(parent)) all.add(id)
  }
  return all
}
