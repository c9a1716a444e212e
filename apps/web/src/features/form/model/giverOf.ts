import type { Kind, TableId } from '@sepakat/rules'

/** The source that gives a table its rows, itself or by way of the table it belongs to; null where none does. */
export function giverOf(kind: Kind, table: TableId): string | null {
  const rows = kind.tables[table]?.rows
  if (rows?.from === 'source') return rows.source
  return rows?.from === 'each' ? giverOf(kind, rows.of) : null
}
