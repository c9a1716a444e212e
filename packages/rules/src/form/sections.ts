// Sections are navigation and progress only; no address contains one.
import { groupBy } from '../grouping/groupBy.ts'
import { isItemTable, parentTables } from '../saving/kindShape.ts'
import type { Group } from '../types/Catalogue.ts'
import type { Block, Section } from '../types/Form.ts'
import type { Kind } from '../types/Kind.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import type { Outline } from './formOutline.ts'
import { blockOf } from './rows.ts'
import { hasRow, parentOf, rowsIn, type Tree } from './rowTree.ts'

const rootTables = (kind: Kind): TableId[] =>
  Object.keys(kind.tables).filter(table => parentTables(kind, table).length === 0)

/** The section of a root row. */
function sectionOf(outline: Outline, table: TableId, row: RowId): string {
  const by = outline.kind.tables[table]?.section ?? 'table'
  if (by === 'table' || isItemTable(outline.kind, table)) return table
  return by === 'row' ? row : (topGroup(outline, row)?.id ?? table)
}

/** The section of any row: that of its root row. */
export function sectionAt(outline: Outline, tree: Tree, table: TableId, row: RowId): string {
  const above = parentOf(tree, table, row)
  return above ? sectionAt(outline, tree, above.table, above.row) : sectionOf(outline, table, row)
}

/** The section of a list under a row, also of an empty one. */
export function sectionUnder(outline: Outline, tree: Tree, table: TableId, under: RowId | null): string {
  const parent = under === null ? undefined : tree.of(table).find(of => hasRow(tree, of, under))
  return under === null || parent === undefined ? table : sectionAt(outline, tree, parent, under)
}

export const sectionIds = (outline: Outline): string[] =>
  rootTables(outline.kind).flatMap(table => {
    const { ids } = rowsIn(outline.fixed, table)
    const by = outline.kind.tables[table]?.section ?? 'table'
    return by === 'table' || isItemTable(outline.kind, table)
      ? [table]
      : [...new Set(ids.map(id => sectionOf(outline, table, id)))]
  })

export function sectionsOf(outline: Outline): Section[] {
  return rootTables(outline.kind).flatMap(table => {
    const block = blockOf(outline, table, null)
    const by = outline.kind.tables[table]?.section ?? 'table'
    if (by === 'table' || block.item) return [{ id: table, title: block.title, group: null, blocks: [block] }]
    if (by === 'row') return block.rows.map(row => rowSection(outline, block, row))
    return [...groupBy(block.rows, row => sectionOf(outline, table, row.id))].map(([id, rows]) =>
      groupSection(outline, { ...block, rows }, id),
    )
  })
}

/** A section of a top group. Where all its rows are in one subgroup, that names it. */
function groupSection(outline: Outline, block: Block, id: string): Section {
  const title = groupIn(outline, id)?.label ?? block.title
  const groups = new Set(block.rows.map(row => outline.catalogueRow(row.id)?.group ?? id))
  const [only = id] = groups
  const below = groups.size === 1 && only !== id ? groupIn(outline, only) : undefined
  const named = below ? { title: below.label, group: title } : { title, group: null }
  return { id, ...named, blocks: byGroup(outline, block, id) }
}

/** Catalogue rows are under their group, those of another form under the title of their table. */
const rowSection = (outline: Outline, block: Block, row: Block['rows'][number]): Section => ({
  id: row.id,
  title: row.label,
  group: topGroup(outline, row.id)?.label ?? (outline.catalogueRow(row.id) ? null : block.title),
  blocks: [{ ...block, rows: [row] }],
})

/** In the section of a group, a block for each group below it that has rows. */
function byGroup(outline: Outline, block: Block, section: string): Block[] {
  const groups = groupBy(block.rows, row => outline.catalogueRow(row.id)?.group ?? section)
  return [...groups].map(([id, rows]) => ({
    ...block,
    title: id === section ? block.title : (groupIn(outline, id)?.label ?? block.title),
    rows,
  }))
}

const groupIn = ({ catalogue }: Outline, id: string | undefined): Group | undefined =>
  catalogue.groups.find(group => group.id === id)

/** The topmost group over a catalogue row. */
function topGroup(outline: Outline, row: RowId): Group | undefined {
  const seen = new Set<string>()
  let group = groupIn(outline, outline.catalogueRow(row)?.group)
  while (group?.parent !== undefined && !seen.has(group.id)) {
    seen.add(group.id)
    group = groupIn(outline, group.parent) ?? group
  }
  return group
}
