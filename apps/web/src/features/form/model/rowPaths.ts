import type { Block, Row, Section } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { rowKey } from '#sheet/answers/cells.ts'

/** The path of a row: its section and its parent rows, outermost first. */
export interface RowPath {
  section: string
  above: string[]
  block: Block
  /** Null for the head of a list. */
  row: Row | null
}

/** Every row of the form by its pointer, in display order; heads of lists too. */
export function rowPaths(sections: readonly Section[]): Map<string, RowPath> {
  const paths = new Map<string, RowPath>()
  const walk = (section: string, blocks: readonly Block[], above: string[]): void => {
    for (const block of blocks) {
      if (block.head)
        paths.set(rowKey({ table: block.table, row: block.head.id }), { section, above, block, row: null })
      for (const row of block.rows) {
        const key = rowAt(row)
        paths.set(key, { section, above, block, row })
        walk(section, row.blocks, [...above, key])
      }
    }
  }
  for (const section of sections) walk(section.id, section.blocks, [])
  return paths
}
