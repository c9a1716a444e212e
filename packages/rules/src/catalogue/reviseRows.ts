import type { CatalogueRow } from '../types/Catalogue.ts'
import type { RowId } from '../types/Pointer.ts'
import { addedRow, type NewRow } from './addedRow.ts'
import { type Retirement, retiredRows, type Slice } from './retiredRows.ts'

/** A revision of the rows of a catalogue before it is published again. */
export interface CatalogueRevision {
  /** One row is corrected from a year on: the slice before ends the year before; attributes that are not named stay. */
  correct?: { row: RowId; fromYear: number; change: Partial<Omit<CatalogueRow, 'id' | 'table' | 'from' | 'to'>> }
  /** Rows are valid to the end of a year, as when carried over to the next; null: indefinitely. */
  until?: { rows: Slice[]; to: number | null }
  /** Rows were compared with the regulation itself, which `source` names. */
  verify?: { rows: Slice[]; source: string }
  /** A new row; its id is made from its label. */
  add?: NewRow
  /** A row and all below it end with a year. */
  retire?: Retirement
}

/**
 * The rows after a revision, or the first missing slice it names. `catalogueSchema` validates the result.
 * `taken`: every id the form ever had, in any version, so that none is used again.
 */
export function reviseRows(
  rows: CatalogueRow[],
  revision: CatalogueRevision,
  taken: ReadonlySet<RowId> = new Set(),
): CatalogueRow[] | { missing: Slice } {
  const { correct, until, verify, add, retire } = revision
  const known = new Set(rows.map(keyOf))
  const asked = [...(until?.rows ?? []), ...(verify?.rows ?? [])]
  const missing = asked.find(slice => !known.has(`${slice.row} ${slice.from}`))
  if (missing) return { missing }
  const held = new Set(until?.rows.map(sliceKey))
  const verified = new Set(verify?.rows.map(sliceKey))
  let revised: CatalogueRow[] | null = rows.map(row => ({
    ...row,
    ...(until && held.has(keyOf(row)) && { to: until.to }),
    ...(verify && verified.has(keyOf(row)) && { confidence: 'verified' as const, source: verify.source }),
  }))
  if (correct) revised = corrected(revised, correct)
  if (revised === null) return { missing: { row: correct!.row, from: correct!.fromYear } }
  if (add) revised = addedRow(revised, add, taken)
  return retire ? retiredRows(revised, retire) : revised
}

const sliceKey = ({ row, from }: Slice): string => `${row} ${from}`
const keyOf = ({ id, from }: CatalogueRow): string => `${id} ${from}`

const corrected = (
  rows: CatalogueRow[],
  { row: id, fromYear, change }: NonNullable<CatalogueRevision['correct']>,
): CatalogueRow[] | null => {
  const slice = rows.find(r => r.id === id && r.from <= fromYear && (r.to === null || r.to >= fromYear))
  if (slice === undefined) return null
  const attrs = change.attrs && { attrs: { ...slice.attrs, ...change.attrs } }
  const after = { ...slice, ...change, ...attrs, from: fromYear }
  return rows.flatMap(row => {
    if (row !== slice) return [row]
    return row.from < fromYear ? [{ ...row, to: fromYear - 1 }, after] : [after]
  })
}
