// What of a form is known before anybody answers: its fixed rows, which columns each has, and the order of its tables.
import { rowsOf } from '../catalogue/rowsOf.ts'
import { periodYear } from '../periods/period.ts'
import { isItemTable, parentTables } from '../saving/kindShape.ts'
import type { Catalogue, CatalogueRow, Cell, FieldId, Kind, RowId, RuleSet, Scope, TableId } from '../types.ts'
import { listedRows, parentIds, rowsIn, type TableRows, type Tree, tableRows } from './tree.ts'

export interface Outline {
  kind: Kind
  catalogue: Catalogue
  rules: RuleSet
  scope: Scope
  /** Every table after those its rows hang on. */
  order: TableId[]
  /** The rows that do not depend on answers. */
  fixed: Tree
  catalogueRow: (row: RowId) => CatalogueRow | undefined
  /** The label another form gave to a row taken from it. */
  sourceLabel: (table: TableId, row: RowId) => string | undefined
  columns: (table: TableId, row: RowId) => Columns
  columnsOfItems: (table: TableId) => Columns
}

/** The columns a row has, and those that must be filled for it to count as filled. */
export interface Columns {
  used: FieldId[]
  needed: FieldId[]
}

export function outlineOf(kind: Kind, catalogue: Catalogue, rules: RuleSet, scope: Scope): Outline {
  const valid = rowsOf(catalogue, periodYear(scope.period))
  const byId = new Map(valid.map(row => [row.id, row]))
  const tables = Object.keys(kind.tables)
  const order = parentsFirst(kind, tables)
  const parents = new Map(tables.map(table => [table, parentTables(kind, table)]))
  const fixed: Tree = {
    tables: new Map(),
    of: table => parents.get(table) ?? [],
    isList: table => isItemTable(kind, table),
  }
  for (const table of order) {
    if (!dependsOnAnswers(kind, table)) fixed.tables.set(table, fixedRows(kind, table, valid, scope, fixed))
  }
  const columnsOfItems = remember((table: TableId) => columnsIn(kind, table, undefined))
  const columnsOfRows = new Map(
    tables.filter(table => kind.tables[table]?.uses).map(table => [table, remember(columnsByRow(kind, table, byId))]),
  )
  return {
    kind,
    catalogue,
    rules,
    scope,
    order,
    fixed,
    catalogueRow: row => byId.get(row),
    sourceLabel: labelsFromSources(kind, scope),
    columns: (table, row) => columnsOfRows.get(table)?.(row) ?? columnsOfItems(table),
    columnsOfItems,
  }
}

/** The whole tree for these answers. */
export function treeOf(outline: Outline, answers: Parameters<typeof listedRows>[2]): Tree {
  const tree: Tree = { ...outline.fixed, tables: new Map() }
  for (const table of outline.order) {
    const rows =
      outline.fixed.tables.get(table) ??
      (tree.isList(table) ? listedRows(tree, table, answers) : rowPerParent(tree, table))
    tree.tables.set(table, rows)
  }
  return tree
}

function parentsFirst(kind: Kind, tables: TableId[]): TableId[] {
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

const dependsOnAnswers = (kind: Kind, table: TableId): boolean =>
  isItemTable(kind, table) || parentTables(kind, table).some(parent => dependsOnAnswers(kind, parent))

function fixedRows(kind: Kind, table: TableId, valid: CatalogueRow[], scope: Scope, tree: Tree): TableRows {
  const rows = kind.tables[table]?.rows
  const parents = parentIds(tree, table)
  switch (rows?.from) {
    case 'catalogue': {
      const own = valid.filter(row => row.table === table)
      const mine = rows.of ? own : own.filter(row => scope.rows === '*' || scope.rows.includes(row.id))
      return tableRows(
        mine.map(row => ({ id: row.id, parent: rows.of ? (row.parent ?? null) : null })),
        parents,
      )
    }
    case 'source': {
      const source = scope.sources[rows.source]
      const all = source?.rows[rows.table] ?? []
      const cells = (id: RowId): Record<FieldId, Cell> => source?.answers[rows.table]?.[id] ?? {}
      const taken = rows.where ? all.filter(row => rows.where?.(cells(row.id))) : all
      return tableRows(
        taken.map(row => ({ id: row.id, parent: rows.of ? row.parent : null })),
        parents,
      )
    }
    default:
      return rowPerParent(tree, table)
  }
}

const rowPerParent = (tree: Tree, table: TableId): TableRows => {
  const ids = tree.of(table).flatMap(of => rowsIn(tree, of).ids)
  return tableRows(
    ids.map(id => ({ id, parent: id })),
    ids,
  )
}

function labelsFromSources(kind: Kind, scope: Scope): Outline['sourceLabel'] {
  const labels = new Map<TableId, Map<RowId, string>>()
  for (const [table, { rows }] of Object.entries(kind.tables)) {
    if (rows.from !== 'source') continue
    labels.set(table, new Map(scope.sources[rows.source]?.rows[rows.table]?.map(row => [row.id, row.label])))
  }
  return (table, row) => labels.get(table)?.get(row)
}

/** An evaluator's cells are not the office's to fill: they lower nobody's completeness. */
function columnsIn(kind: Kind, table: TableId, used: FieldId[] | undefined): Columns {
  const own = Object.entries(kind.tables[table]?.fields ?? {}).filter(([id]) => used?.includes(id) ?? true)
  return {
    used: own.map(([id]) => id),
    needed: own.filter(([, { need, writer }]) => need !== 'optional' && writer !== 'evaluator').map(([id]) => id),
  }
}

const columnsByRow = (kind: Kind, table: TableId, rows: Map<RowId, CatalogueRow>) => (id: RowId) => {
  const row = rows.get(id)
  return columnsIn(kind, table, row && kind.tables[table]?.uses?.(row))
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = compute(key)
    known.set(key, made)
    return made
  }
}
