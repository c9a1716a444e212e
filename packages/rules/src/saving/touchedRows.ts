import { parsePointer, parseRowPointer } from '../pointers/pointer.ts'
import type { TableId } from '../types/Pointer.ts'
import type { SentChange } from './change.ts'
import { childTables, isItemTable, type KindShape, parentTables } from './kindShape.ts'
import type { RowRef } from './stored.ts'

/**
 * What must be loaded before the changes are judged, once the submission's own row is locked (it holds the version, so
 * saves of one submission come one after the other). `rows`: these rows, where stored; they are the ones that may be
 * written. `above`: all rows of these tables, of which `$parent`, `$position` and `$removed` are
 * enough (a removed row may be a parent). `below`: all rows of these tables with all their cells (a removal
 * compares the newest of them).
 */
export interface Touched {
  rows: RowRef[]
  above: TableId[]
  below: TableId[]
}

function closure(start: TableId, next: (table: TableId) => TableId[]): TableId[] {
  const found = new Set<TableId>()
  const queue = [start]
  for (const table of queue)
    for (const other of next(table)) if (!found.has(other)) queue.push(...(found.add(other) && [other]))
  return [...found]
}

/** Item tables among those above: rows of the others are never removed, and the form knows them. */
const tablesAbove = (kind: KindShape, table: TableId) =>
  closure(table, at => parentTables(kind, at)).filter(at => isItemTable(kind, at))

export function touchedRows(changes: SentChange[], kind: KindShape): Touched {
  const rows = new Map<string, RowRef>()
  const above = new Set<TableId>()
  const below = new Set<TableId>()
  for (const { op, pointer } of changes) {
    const at = op === 'set' || op === 'clear' ? parsePointer(pointer) : parseRowPointer(pointer)
    if (!at || !Object.hasOwn(kind.tables, at.table)) continue
    // The id of a new row may be in use in another list.
    const tables =
      op === 'add' ? [at.table, ...Object.keys(kind.tables).filter(other => isItemTable(kind, other))] : [at.table]
    for (const table of tables) rows.set(`${table}/${at.row}`, { table, row: at.row })
    for (const table of tablesAbove(kind, at.table)) above.add(table)
    if (op === 'remove') for (const table of closure(at.table, parent => childTables(kind, parent))) below.add(table)
  }
  return { rows: [...rows.values()], above: [...above].filter(table => !below.has(table)), below: [...below] }
}
