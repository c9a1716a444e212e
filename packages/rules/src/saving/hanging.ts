import { rowPointerOf } from '../pointers/pointer.ts'
import type { Place, StoredCell } from '../types/Change.ts'
import type { Block, Section } from '../types/Form.ts'
import type { FieldId, RowId, RowPointer, TableId } from '../types/Pointer.ts'
import { childTables, isItemTable, type KindShape, parentTables, tableOf } from './kindShape.ts'
import { isAdded, parentIdOf, type RowRef, removalOf, type View } from './stored.ts'

/** A row of the form that users did not add; `fields`: its columns, without the core's. */
interface KnownRow {
  parent: RowId | null
  fields: ReadonlySet<FieldId>
}
export type KnownRows = ReadonlyMap<RowPointer, KnownRow>

/** From the sections of a built form. */
export function knownRowsOf(sections: Section[]): KnownRows {
  const known = new Map<RowPointer, KnownRow>()
  const walk = (blocks: Block[]) => {
    for (const row of blocks.flatMap(block => block.rows)) {
      known.set(rowPointerOf(row.table, row.id), { parent: row.parent, fields: new Set(Object.keys(row.fields)) })
      walk(row.blocks)
    }
  }
  walk(sections.flatMap(section => section.blocks))
  return known
}

export interface StoredTree {
  view: View
  kind: KindShape
  knownRows?: KnownRows
}

/** The row with this id among the possible parent tables of `table`; null for none. */
export function findParent({ view, kind, knownRows }: StoredTree, table: TableId, parent: RowId): RowRef | null {
  const has = (of: TableId) => {
    if (isItemTable(kind, of)) return isAdded(view.row(of, parent))
    const from = tableOf(kind, of)?.rows
    if (from?.from === 'each') return findParent({ view, kind, knownRows }, of, parent) !== null
    return from !== undefined && (!knownRows || knownRows.has(rowPointerOf(of, parent)))
  }
  const of = parentTables(kind, table).find(has)
  return of === undefined ? null : { table: of, row: parent }
}

/** The parent of this row: of an item its parent, of a head row the row whose list it declares, of `each` the row it repeats. */
function parentOf(tree: StoredTree, { table, row }: RowRef): RowRef | null {
  const { view, kind, knownRows } = tree
  const rows = tableOf(kind, table)?.rows
  if (rows?.of === undefined) return null
  const stored = view.row(table, row)
  const parent =
    rows.from === 'items' && isAdded(stored)
      ? parentIdOf(stored)
      : rows.from === 'items' || rows.from === 'each'
        ? row
        : (knownRows?.get(rowPointerOf(table, row))?.parent ?? null)
  return parent === null ? null : findParent(tree, table, parent)
}

/** The row itself and its ancestors, from the nearest to the root. */
export function lineOf(tree: StoredTree, ref: RowRef): RowRef[] {
  const line: RowRef[] = []
  for (let at: RowRef | null = ref; at !== null; at = parentOf(tree, at)) {
    const { table, row } = at
    if (line.some(seen => seen.table === table && seen.row === row)) break
    line.push(at)
  }
  return line
}

/** The nearest removed row in the line, with the cell that says so; null for none. */
export function goneIn({ view }: StoredTree, line: RowRef[]): { ref: RowRef; cell: StoredCell } | null {
  for (const ref of line) {
    const cell = removalOf(view.row(ref.table, ref.row))
    if (cell) return { ref, cell }
  }
  return null
}

/** The row and all its descendants, without those removed before; each table below is read once per level. */
export function branchOf(tree: StoredTree, ref: RowRef): RowRef[] {
  const branch: RowRef[] = []
  const known = new Set<RowPointer>()
  for (let floor = [ref]; floor.length > 0; ) {
    branch.push(...floor)
    const above = new Set(floor.map(({ table, row }) => rowPointerOf(table, row)))
    for (const pointer of above) known.add(pointer)
    const children = new Set(floor.flatMap(({ table }) => childTables(tree.kind, table)))
    floor = [...children].flatMap(table =>
      [...tree.view.rows(table)].flatMap(([row, stored]) => {
        if (removalOf(stored) || known.has(rowPointerOf(table, row))) return []
        const parent = parentOf(tree, { table, row })
        return parent && above.has(rowPointerOf(parent.table, parent.row)) ? [{ table, row }] : []
      }),
    )
  }
  return branch
}

/** The ancestors of a place in this table; null when it has no such parent, or the row would be its own ancestor. */
export function lineAbove(tree: StoredTree, ref: RowRef, { parent }: Place): RowRef[] | null {
  if (parentTables(tree.kind, ref.table).length === 0) return parent === null ? [] : null
  const found = parent === null ? null : findParent(tree, ref.table, parent)
  const line = found && lineOf(tree, found)
  return line?.some(at => at.table === ref.table && at.row === ref.row) ? null : line
}
