import type { Catalogue } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import type { RowId } from '../types/Pointer.ts'
import { catalogueSchema } from './catalogueSchema.ts'
import { formulaFaults, type RowFault } from './formulaFaults.ts'
import type { Slice } from './retiredRows.ts'
import { type CatalogueRevision, reviseRows } from './reviseRows.ts'
import { rowFaults } from './rowFaults.ts'

/** What is wrong with a whole catalogue, by the path of what is wrong, as `rows/3/label`. */
interface InvalidCatalogue {
  fault: 'invalid'
  issues: { path: string; message: string }[]
}
export type RevisionFault =
  | { fault: 'row'; faults: RowFault[] }
  /** The first slice that the revision names and that is not there. */
  | { fault: 'no-row'; slice: Slice }
  | InvalidCatalogue

/**
 * A catalogue with its rows revised, judged as a whole, or what is wrong with that. `kind`: undefined for a form whose kind is
 * still to come. `taken`: every id the form ever had.
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

/** A catalogue as it would be published, or what is wrong with it. */
export function judgeCatalogue(catalogue: Catalogue): Catalogue | InvalidCatalogue {
  const parsed = catalogueSchema.safeParse(catalogue)
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data)) as Catalogue
  const issues = parsed.error.issues.map(i => ({ path: i.path.map(String).join('/'), message: i.message }))
  return { fault: 'invalid', issues }
}

/** What the kind of a form cannot use in a new row, or in a formula that is corrected. */
function faultsOf(kind: Kind | undefined, catalogue: Catalogue, { add, correct }: CatalogueRevision): RowFault[] {
  if (add) return rowFaults(kind, catalogue, add)
  const table = catalogue.rows.find(row => row.id === correct?.row)?.table
  if (!kind || table === undefined || !correct?.change.formula || kind.tables[table]?.ownRule) return []
  return formulaFaults(kind, table, correct.change.formula)
}
