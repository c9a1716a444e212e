// The rows of a form by its catalogue, its assignments and the forms it reads.
import { isItemTable, parentTables } from '../saving/kindShape.ts'
import type { Cell } from '../types/Answers.ts'
import type { CatalogueRow } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import type { Scope } from '../types/Scope.ts'
import { parentIds, rowsIn, type TableRows, type Tree, tableRows } from './rowTree.ts'

/** The tables of a kind, each after its parent tables. */
export function parentsFirst(kind: Kind, tables: TableId[]): TableId[] {
  const order: TableId[] = []
  const visit = (table: TableId, above: TableId[]) => {
    if (order.includes(table)) return
    if (above.includes(table)) throw new Error(`${kind.form}: table ${table} hangs on itself`)
    for (const parent of parentTables(kind, table)) visit(parent, [...above, table])
    order.push(table)
  }
  for (const table of tables) visit(table, [])
  return order
}

/** Whether users add its rows, or those of a parent table. */
export const dependsOnAnswers = (kind: Kind, table: TableId): boolean =>
  isItemTable(kind, table) || parentTables(kind, table).some(parent => dependsOnAnswers(kind, parent))

/** The rows of a table that do not depend on answers, of which `own` are the catalogue's; those of its parents are already in the tree. */
export function fixedRows(kind: Kind, table: TableId, own: CatalogueRow[], scope: Scope, tree: Tree): TableRows {
  const rows = kind.tables[table]?.rows
  const parents = parentIds(tree, table)
  switch (rows?.from) {
    case 'catalogue': {
      const assigned = new Set(scope.rows === '*' ? own.map(row => row.id) : scope.rows)
      const mine = rows.of ? own : own.filter(row => assigned.has(row.id))
      return tableRows(
        mine.map(row => ({ id: row.id, parent: rows.of ? (row.parent ?? null) : null })),
        parents,
      )
    }
    case 'source': {
      const source = scope.sources[rows.source]
      const all = source?.rows[rows.table] ?? []
      const cells = (id: RowId): Record<FieldId, Cell> => source?.answers[rows.table]?.[id] ?? {}
      const taken = rows.where ? all.filter(row => rows.where?.(cells(row.id), row.id, scope)) : all
      return tableRows(
        taken.map(row => ({ id: row.id, parent: rows.of ? row.parent : null })),
        parents,
      )
    }
    default:
      return rowPerParent(tree, table)
  }
}

export const rowPerParent = (tree: Tree, table: TableId): TableRows => {
  const ids = tree.of(table).flatMap(of => rowsIn(tree, of).ids)
  return tableRows(
    ids.map(id => ({ id, parent: id })),
    ids,
  )
}
