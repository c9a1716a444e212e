import type { Block, Row, RowId, Section, TableId } from '@sepakat/rules'
import { rowKey } from './viewStore.ts'

/** Where a row stands: its section, and the rows it hangs on, outermost first. */
export interface RowPath {
  section: string
  above: string[]
  block: Block
  /** Null for the head of a list. */
  row: Row | null
}

/** Every row of the form by its pointer, in the order it is shown; heads of lists too. */
export function rowPaths(sections: readonly Section[]): Map<string, RowPath> {
  const paths = new Map<string, RowPath>()
  const walk = (section: string, blocks: readonly Block[], above: string[]): void => {
    for (const block of blocks) {
      if (block.head)
        paths.set(rowKey({ table: block.table, row: block.head.id }), { section, above, block, row: null })
      for (const row of block.rows) {
        const key = rowKey({ table: row.table, row: row.id })
        paths.set(key, { section, above, block, row })
        walk(section, row.blocks, [...above, key])
      }
    }
  }
  for (const section of sections) walk(section.id, section.blocks, [])
  return paths
}

/** The first table of the form that has a row with this id: figures name rows by id alone. */
export function tableOfRow(paths: Map<string, RowPath>, id: RowId): TableId | null {
  for (const { row } of paths.values()) if (row?.id === id) return row.table
  return null
}
