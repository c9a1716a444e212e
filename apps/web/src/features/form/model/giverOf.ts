import type { Kind, TableId } from '@sepakat/rules'

/** The source that gives a table its rows, directly or through its parent table; null for none. */
export function giverOf(kind: Kind, table: TableId): string | null {
  const rows = kind.tables[table]?.rows
  if (rows?.from === 'source') return rows.source
  return rows?.from === 'each' ? giverOf(kind, rows.of) : null
}
