import type { FrozenBlock, FrozenRow, FrozenSection } from '@sepakat/rules'
import { rowAt, rowPointerOf } from '@sepakat/rules/pointers/pointer.ts'
import { headId } from './placedRows.ts'
import type { Changes } from './rowChanges.ts'

/** The sections filtered to the rows that differ, with their parent rows; a list stays where one of its rows was removed. */
export function onlyChanged(sections: readonly FrozenSection[], { rows, removed }: Changes): FrozenSection[] {
  const lost = (block: FrozenBlock) =>
    removed.some(row => row.table === block.table && (row.parent ?? 'all') === headId(block))
  const keptBlocks = (blocks: readonly FrozenBlock[]): FrozenBlock[] =>
    blocks
      .map(block => ({ ...block, rows: keptRows(block.rows) }))
      .filter(block => block.rows.length > 0 || lost(block) || rows.has(rowPointerOf(block.table, headId(block))))
  const keptRows = (all: readonly FrozenRow[]): FrozenRow[] =>
    all
      .map(row => ({ ...row, blocks: keptBlocks(row.blocks) }))
      .filter(row => row.blocks.length > 0 || rows.has(rowAt(row)))
  return sections
    .map(section => ({ ...section, blocks: keptBlocks(section.blocks) }))
    .filter(section => section.blocks.length > 0)
}
