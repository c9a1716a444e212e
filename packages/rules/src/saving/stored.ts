import type { Place, StoredCell, StoredRow } from '../types/Change.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'

export interface RowRef {
  table: TableId
  row: RowId
}
/** One `AnswerRow`. */
export interface RowRecord extends RowRef {
  fields: StoredRow
}
/** The stored rows a judgement needs; `touchedRows` says which. */
export interface View {
  row(table: TableId, row: RowId): StoredRow | undefined
  rows(table: TableId): Iterable<readonly [RowId, StoredRow]>
}
/** Cells to be put into a row, in addition to its others. */
export interface Write {
  row: RowRef
  fields: StoredRow
}

/** A view in memory that accepts the writes of a judgement. Does not change the records it was made from. */
export function memoryView(
  records: Iterable<RowRecord> = [],
): View & { write(write: Write): void; records(): RowRecord[] } {
  const tables = new Map<TableId, Map<RowId, StoredRow>>()
  const put = (table: TableId, row: RowId, fields: StoredRow) => {
    const rows = tables.get(table) ?? new Map<RowId, StoredRow>()
    tables.set(table, rows.set(row, { ...rows.get(row), ...fields }))
  }
  for (const { table, row, fields } of records) put(table, row, fields)
  return {
    row: (table, row) => tables.get(table)?.get(row),
    rows: table => tables.get(table) ?? [],
    write: ({ row, fields }) => put(row.table, row.row, fields),
    records: () => [...tables].flatMap(([table, rows]) => [...rows].map(([row, fields]) => ({ table, row, fields }))),
  }
}

/** One write per row, as one statement takes them. */
export const mergedByRow = (writes: Write[]): Write[] => {
  const view = memoryView()
  for (const write of writes) view.write(write)
  return view.records().map(({ table, row, fields }) => ({ row: { table, row }, fields }))
}

export const cellOf = (row: StoredRow | undefined, field: FieldId): StoredCell | undefined =>
  row && Object.hasOwn(row, field) ? row[field] : undefined

/** The `base` for changing the cell: its `rev`, 0 when it was never set. */
export const revOf = (row: StoredRow | undefined, field: FieldId): number => cellOf(row, field)?.rev ?? 0

/** Whether users added this row: only item rows have a position. */
export const isAdded = (row: StoredRow | undefined): boolean => typeof cellOf(row, '$position')?.v === 'string'

/** The cell that says the row was removed; undefined while it exists. */
export function removalOf(row: StoredRow | undefined): StoredCell | undefined {
  const cell = cellOf(row, '$removed')
  return cell?.v === true ? cell : undefined
}

const textOf = (cell: StoredCell | undefined): string | null => (typeof cell?.v === 'string' ? cell.v : null)

export const parentIdOf = (row: StoredRow | undefined): RowId | null => textOf(cellOf(row, '$parent'))

export function placeOf(row: StoredRow | undefined): Place | null {
  const position = textOf(cellOf(row, '$position'))
  return position === null ? null : { parent: parentIdOf(row), position }
}
