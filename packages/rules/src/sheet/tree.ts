// Tables over levels as one: which lines it has, which columns, and how much below a row is filled in.

import { isNumeric } from '../fields/fieldTypeOf.ts'
import { rowAt } from '../pointers/pointer.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field, Kind, Tree } from '../types/Kind.ts'
import type { FieldId, TableId } from '../types/Pointer.ts'
import { type AnyColumn, columnsOf, fieldsOf, type SheetBlock } from './outline.ts'

type Kinds = Pick<Kind, 'tables' | 'tree'>

/** The tree that begins with this table, if any. */
export const treeAt = (kind: Kinds, table: TableId): Tree | null => (kind.tree?.tables[0] === table ? kind.tree : null)

export interface TreeLine<B extends SheetBlock<B>> {
  row: B['rows'][number]
  /** The block it is in. */
  block: B
  depth: number
  /** Whether the lines under it are shown; null where there are none. */
  open: boolean | null
}

/** Its lines from above to below; without those under a row that is folded. */
export function treeLines<B extends SheetBlock<B>>(
  { tables }: Tree,
  root: B,
  isOpen: (key: string) => boolean = () => true,
): TreeLine<B>[] {
  const walk = (block: B, depth: number): TreeLine<B>[] =>
    block.rows.flatMap(row => {
      const below = row.blocks.filter(({ table, rows }) => tables.includes(table) && rows.length > 0)
      const open = below.length === 0 ? null : isOpen(rowAt(row))
      return [{ row, block, depth, open }, ...(open ? below.flatMap(one => walk(one, depth + 1)) : [])]
    })
  return walk(root, 0)
}

/** A field is of the first table that asks it, in the words common to its rows. */
export function treeColumns<B extends SheetBlock<B>>(
  kind: Kinds,
  tree: Tree,
  root: B,
  general: (table: TableId, field: FieldId, spec: Field) => string,
): AnyColumn[] {
  const { tables: own, columns } = tree
  const rows = treeLines(tree, root).map(({ row }) => row)
  return columns.flatMap((column): AnyColumn[] => {
    if ('figures' in column) return [{ codes: column.figures }]
    const { field, sum } = column
    const table = own.find(one => kind.tables[one]?.fields[field] !== undefined) ?? ''
    const spec = kind.tables[table]?.fields[field]
    if (!spec) return []
    const asked = rows.filter(row => row.table === table && field in row.fields)
    const said = columnsOf(kind, asked, () => general(table, field, spec)).find(one => one.field === field)
    const label = said?.label ?? general(table, field, spec)
    return [{ field, spec, label, numeric: isNumeric(spec), ...(sum !== undefined && { sum }) }]
  })
}

/** The answer that is filled in as the name of a line. */
export const namingIn = (kind: Kinds, table: TableId): FieldId | null => kind.tables[table]?.named ?? null

/** What is asked of a row beside the columns: below its line. */
export function apartFields(kind: Kinds, tree: Tree, row: Parameters<typeof fieldsOf>[1]): FieldId[] {
  const shown = tree.columns.flatMap(column => ('field' in column ? [column.field] : []))
  const naming = namingIn(kind, row.table)
  return fieldsOf(kind, row).filter(field => field !== naming && !shown.includes(field))
}

export interface Filled {
  filled: number
  all: number
}

/** How much of what is asked under a row is filled in, by row: of all that count. `blocks`: those at the root of the form. */
export function filledBelow<B extends SheetBlock<B>>(
  kind: Kinds,
  blocks: readonly B[],
  cellOf: (row: B['rows'][number], field: FieldId) => Cell | undefined,
): ReadonlyMap<string, Filled> {
  const by = new Map<string, Filled>()
  const walk = (row: B['rows'][number]): Filled => {
    const below = { filled: 0, all: 0 }
    for (const block of row.blocks)
      for (const { filled, all } of block.rows.map(walk)) {
        below.filled += filled
        below.all += all
      }
    if (below.all > 0) by.set(rowAt(row), below)
    const own = Object.keys(row.fields).filter(field => {
      const spec = kind.tables[row.table]?.fields[field]
      return spec && (spec.need !== 'optional' || row.required?.includes(field))
    })
    const filled = own.filter(field => !['undefined', 'object'].includes(typeof cellOf(row, field))).length
    return { filled: below.filled + filled, all: below.all + own.length }
  }
  for (const { rows } of blocks.filter(({ table }) => treeAt(kind, table))) rows.map(walk)
  return by
}
