import type { Catalogue } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import type { RowId } from '../types/Pointer.ts'
import { catalogueSchema } from './catalogueSchema.ts'
import { formulaFaults, type RowFault } from './formulaFaults.ts'
import type { Slice } from './retiredRows.ts'
import { type CatalogueRevision, reviseRows } from './reviseRows.ts'
import { rowFaults } from './rowFaults.ts'

/** An error in a whole catalogue, by its path, as `rows/3/label`. */
interface InvalidCatalogue {
  fault: 'invalid'
  issues: { path: string; message: string }[]
}
export type RevisionFault =
  | { fault: 'row'; faults: RowFault[] }
  /** The first slice named by the revision that does not exist. */
  | { fault: 'no-row'; slice: Slice }
  | InvalidCatalogue

/**
 * A catalogue with its rows revised, validated as a whole, or its errors. `kind`: undefined for a form whose kind does not
 * exist yet. `taken`: every id the form ever had.
 */
export function reviseCatalogue(
  kind: Kind | undefined,
  catalogue: Catalogue,
  revision: CatalogueRevision,
  taken?: ReadonlySet<RowId>,
): Catalogue | RevisionFault {
  const faults = faultsOf(kind, catalogue, revision)
  if (faults.length > 0) return { fault: 'row', faults }
  const rows = reviseRows(catalogue.rows, revision, taken)
  if ('missing' in rows) return { fault: 'no-row', slice: rows.missing }
  return judgeCatalogue({ ...catalogue, rows })
}

/** A catalogue ready to publish, or its errors. */
export function judgeCatalogue(catalogue: Catalogue): Catalogue | InvalidCatalogue {
  const parsed = catalogueSchema.safeParse(catalogue)
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data)) as Catalogue
  const issues = parsed.error.issues.map(i => ({ path: i.path.map(String).join('/'), message: i.message }))
  return { fault: 'invalid', issues }
}

/** What the form's kind cannot use in a new row, or in a corrected formula. */
function faultsOf(kind: Kind | undefined, catalogue: Catalogue, { add, correct }: CatalogueRevision): RowFault[] {
  if (add) return rowFaults(kind, catalogue, add)
  const table = catalogue.rows.find(row => row.id === correct?.row)?.table
  if (!kind || table === undefined || !correct?.change.formula || kind.tables[table]?.ownRule) return []
  return formulaFaults(kind, table, correct.change.formula)
}
