// The rows of a form and their parents: fixed ones by catalogue, plan and other forms, the others by answers.
import { groupBy } from '../grouping/groupBy.ts'
import type { Answers } from '../types/Answers.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { Source } from '../types/Scope.ts'

/** The id of the head row of a list at the root; elsewhere it is the parent's id. */
export const rootHead: RowId = 'all'

export interface TableRows {
  ids: RowId[]
  parents: Map<RowId, RowId | null>
  under: Map<RowId | null, RowId[]>
}

/** Rows by table, in display order; parents come from the tables named in `of`. */
export interface Tree {
  tables: Map<TableId, TableRows>
  of: (table: TableId) => readonly TableId[]
  isList: (table: TableId) => boolean
}

const emptyRows: TableRows = { ids: [], parents: new Map(), under: new Map() }

/** Rows in the order of their parents, and under one parent in the given order. */
export function tableRows(
  rows: Iterable<{ id: RowId; parent: RowId | null }>,
  parentIds: Iterable<RowId | null>,
): TableRows {
  const under = groupBy(rows, row => row.parent)
  const result: TableRows = { ids: [], parents: new Map(), under: new Map() }
  for (const parent of parentIds) {
    const ids = under.get(parent)?.map(row => row.id) ?? []
    if (ids.length === 0) continue
    result.under.set(parent, ids)
    for (const id of ids) {
      result.ids.push(id)
      result.parents.set(id, parent)
    }
  }
  return result
}

export const rowsIn = (tree: Tree, table: TableId): TableRows => tree.tables.get(table) ?? emptyRows

export const hasRow = (tree: Tree, table: TableId, row: RowId): boolean => rowsIn(tree, table).parents.has(row)

/** The parent of a row, with its table; null at the root. */
export function parentOf(tree: Tree, table: TableId, row: RowId): { table: TableId; row: RowId } | null {
  const parent = rowsIn(tree, table).parents.get(row) ?? null
  const of = parent === null ? undefined : tree.of(table).find(candidate => hasRow(tree, candidate, parent))
  return parent === null || of === undefined ? null : { table: of, row: parent }
}

/** The possible parents of a table's rows, in order: `[null]` at the root. */
export function parentIds(tree: Tree, table: TableId): (RowId | null)[] {
  const of = tree.of(table)
  return of.length === 0 ? [null] : of.flatMap(parent => rowsIn(tree, parent).ids)
}

/** Whether this id is the head of a list: of the one at the root, or of that under an existing row. */
export function isHead(tree: Tree, table: TableId, row: RowId): boolean {
  if (!tree.isList(table)) return false
  const of = tree.of(table)
  return of.length === 0 ? row === rootHead : of.some(parent => hasRow(tree, parent, row))
}

/** The rows people added, from the answers: by position, then id. */
export function listedRows(tree: Tree, table: TableId, answers: Answers): TableRows {
  const own = answers[table] ?? {}
  const of = tree.of(table)
  const rows = Object.keys(own).flatMap(id => {
    if (isHead(tree, table, id)) return []
    const { $parent, $position } = own[id] ?? {}
    const parent = typeof $parent === 'string' && of.length > 0 ? $parent : null
    return [{ id, parent, position: typeof $position === 'string' ? $position : '' }]
  })
  rows.sort((a, b) => order(a.position, b.position) || order(a.id, b.id))
  return tableRows(rows, parentIds(tree, table))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The tree of another form, known by its rows alone: a parent is in the table that has its id, not in one with a row per row of it. */
export function sourceTree(rows: Source['rows']): Tree {
  const names = Object.keys(rows)
  const tables = new Map(
    names.map(table => {
      const own = rows[table] ?? []
      return [table, tableRows(own, new Set(own.map(row => row.parent)))] as const
    }),
  )
  const parents = names.filter(table => rows[table]?.some(row => row.parent !== row.id))
  return { tables, of: table => parents.filter(name => name !== table), isList: () => true }
}
