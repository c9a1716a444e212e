import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'
import { type CountedRow, type Coverage, coverageOf, coverageOfRowIn, type Owing } from './coverage.ts'

/** Coverage of a row: the region (`''`), a group of rows, a row or one of its children. A form that offices file whole is covered by offices, whatever the row: an office that has not reported may add to any of them. */
export function coverageOfRows(
  owing: Owing,
  { groups, rows }: Catalogue,
  counted: readonly CountedRow[],
): (at: RowId) => Coverage {
  const all = coverageOf(owing, counted)
  const ofRow = coverageOfRowIn(owing, counted)
  const byId = new Map(rows.map(row => [row.id, row]))
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]))
  const isIn = (group: string | undefined, at: RowId): boolean =>
    group !== undefined && (group === at || isIn(parents.get(group), at))
  const rootOf = (row: CatalogueRow): RowId => {
    const parent = row.parent === undefined ? undefined : byId.get(row.parent)
    return parent === undefined ? row.id : rootOf(parent)
  }
  const known = new Map<RowId, Coverage>()
  const knownOf = (at: RowId, make: () => Coverage): Coverage => {
    const coverage = known.get(at) ?? make()
    known.set(at, coverage)
    return coverage
  }
  return (at: RowId): Coverage => {
    if (at === '' || owing.whole) return all
    const row = byId.get(at)
    const root = row && rootOf(row)
    if (root !== undefined) return knownOf(root, () => ofRow(root))
    return knownOf(at, () =>
      coverageOf({ ...owing, rows: owing.rows.filter(id => isIn(byId.get(id)?.group, at)) }, counted),
    )
  }
}
