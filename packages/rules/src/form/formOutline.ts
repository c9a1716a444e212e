// The parts of a form that do not depend on answers: its fixed rows, the columns of each, and the order of its tables.
import { validRows } from '../catalogue/validRows.ts'
import { periodYear } from '../periods/period.ts'
import { isItemTable, parentTables } from '../saving/kindShape.ts'
import type { Answers } from '../types/Answers.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import type { Scope } from '../types/Scope.ts'
import { dependsOnAnswers, fixedRows, parentsFirst, rowPerParent } from './fixedRows.ts'
import { listedRows, type Tree } from './rowTree.ts'

export interface Outline {
  kind: Kind
  catalogue: Catalogue
  rules: RuleSet
  scope: Scope
  /** Every table after its parent tables. */
  order: TableId[]
  /** The rows that do not depend on answers. */
  fixed: Tree
  catalogueRow: (row: RowId) => CatalogueRow | undefined
  /** The label another form gave to a row taken from it. */
  sourceLabel: (table: TableId, row: RowId) => string | undefined
  columns: (table: TableId, row: RowId) => Columns
  columnsOfItems: (table: TableId) => Columns
}

/** The columns of a row, those that must be filled for it to count as filled, and those that block until then: the office's submission, an evaluator's approval. */
interface Columns {
  used: FieldId[]
  needed: FieldId[]
  required: FieldId[]
}

export function outlineOf(kind: Kind, catalogue: Catalogue, rules: RuleSet, scope: Scope): Outline {
  const { byId, byTable } = validRows(catalogue, periodYear(scope.period))
  const tables = Object.keys(kind.tables)
  const order = parentsFirst(kind, tables)
  const parents = new Map(tables.map(table => [table, parentTables(kind, table)]))
  const fixed: Tree = {
    tables: new Map(),
    of: table => parents.get(table) ?? [],
    isList: table => isItemTable(kind, table),
  }
  for (const table of order) {
    if (!dependsOnAnswers(kind, table))
      fixed.tables.set(table, fixedRows(kind, table, byTable.get(table) ?? [], scope, fixed))
  }
  const columnsOfItems = remember((table: TableId) => columnsIn(kind, table, undefined, []))
  const columnsOfRows = new Map(
    tables.filter(isByRow(kind)).map(table => [table, remember(columnsByRow(kind, table, byId))]),
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
export function treeOf(outline: Outline, answers: Answers): Tree {
  const tree: Tree = { ...outline.fixed, tables: new Map() }
  for (const table of outline.order) {
    const rows =
      outline.fixed.tables.get(table) ??
      (tree.isList(table) ? listedRows(tree, table, answers) : rowPerParent(tree, table))
    tree.tables.set(table, rows)
  }
  return tree
}

function labelsFromSources(kind: Kind, scope: Scope): Outline['sourceLabel'] {
  const labels = new Map<TableId, Map<RowId, string>>()
  for (const [table, { rows }] of Object.entries(kind.tables)) {
    if (rows.from !== 'source') continue
    labels.set(table, new Map(scope.sources[rows.source]?.rows[rows.table]?.map(row => [row.id, row.label])))
  }
  return (table, row) => labels.get(table)?.get(row)
}

/** An evaluator's cells are not the office's to fill, and what counts nowhere is not required unless its field says so. */
function columnsIn(kind: Kind, table: TableId, used: FieldId[] | undefined, asked: FieldId[]): Columns {
  const { fields = {}, counts } = kind.tables[table] ?? {}
  const own = Object.entries(fields).filter(([id]) => used?.includes(id) ?? true)
  const ids = (some: (id: FieldId, field: Field) => boolean) =>
    own.filter(([id, field]) => some(id, field)).map(([id]) => id)
  const isRequired = (id: FieldId, { need }: Field) => need === 'required' || asked.includes(id)
  const isCounted = ({ need = 'counted' }: Field) => need === 'counted' && counts !== 'no'
  return {
    used: own.map(([id]) => id),
    required: ids(isRequired),
    needed: ids((id, field) => field.writer !== 'evaluator' && (isRequired(id, field) || isCounted(field))),
  }
}

const isByRow = (kind: Kind) => (table: TableId) =>
  kind.tables[table]?.uses !== undefined || kind.tables[table]?.requires !== undefined

const columnsByRow = (kind: Kind, table: TableId, rows: ReadonlyMap<RowId, CatalogueRow>) => (id: RowId) => {
  const row = rows.get(id)
  const { uses, requires } = kind.tables[table] ?? {}
  return columnsIn(kind, table, row && uses?.(row), (row && requires?.(row)) ?? [])
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
