import type { Anchor, FieldId, Pointer, RowId, RowPointer, TableId } from '../types/Pointer.ts'
import { isFieldId, isRowId, isTableId } from './ids.ts'

/** The segments an anchor names, from the left; all undefined for `''`, the whole form. */
export interface AnchorParts {
  table?: TableId
  row?: RowId
  field?: FieldId
}

/** The longest address there is. */
const longest = 40 + 160 + 64 + 3
const fits = [isTableId, isRowId, isFieldId]

/** The segments of an anchor of any depth; null for an invalid text. Ids contain no `/` and no `~`, so nothing is escaped. */
export function parseAnchor(text: string): AnchorParts | null {
  if (text === '') return {}
  if (text.length > longest || text[0] !== '/') return null
  const segments = text.slice(1).split('/')
  if (!segments.every((segment, i) => fits[i]?.(segment))) return null
  const [table, row, field] = segments
  return { table, row, field }
}

/** The three segments of a cell's address; null for an invalid text. */
export function parsePointer(text: string): Required<AnchorParts> | null {
  const { table, row, field } = parseAnchor(text) ?? {}
  return table && row && field ? { table, row, field } : null
}

/** The two segments of a row's address; null for an invalid text. */
export function parseRowPointer(text: string): { table: TableId; row: RowId } | null {
  const { table, row, field } = parseAnchor(text) ?? {}
  return table && row && !field ? { table, row } : null
}

export const pointerOf = (table: TableId, row: RowId, field: FieldId): Pointer => `/${table}/${row}/${field}`
export const rowPointerOf = (table: TableId, row: RowId): RowPointer => `/${table}/${row}`

/** The same of a row of a form, and of one of its answers. */
export const rowAt = ({ table, id }: { table: TableId; id: RowId }): RowPointer => rowPointerOf(table, id)
export const cellAt = ({ table, id }: { table: TableId; id: RowId }, field: FieldId): Pointer =>
  pointerOf(table, id, field)

/** Whether the anchor is the address or a prefix of it, by whole segments: `/a/b` covers `/a/b/c`, not `/a/bc`. */
export const covers = (anchor: Anchor, address: Anchor): boolean =>
  address === anchor || address.startsWith(`${anchor}/`)
