import type { FrozenBlock, FrozenSection } from '@sepakat/rules'
import { anchorOf, headId } from './placedRows.ts'

/** The anchors of the rows above a row or the head of a list, outermost first. */
export function linesAbove(sections: readonly FrozenSection[], anchor: string): string[] {
  const walk = (blocks: readonly FrozenBlock[], above: string[]): string[] | null => {
    for (const block of blocks) {
      if (anchorOf(block.table, headId(block)) === anchor) return above
      for (const row of block.rows) {
        const own = anchorOf(row.table, row.id)
        const found = own === anchor ? above : walk(row.blocks, [...above, own])
        if (found) return found
      }
    }
    return null
  }
  return (
    walk(
      sections.flatMap(({ blocks }) => blocks),
      [],
    ) ?? []
  )
}
