import { covers, rowPointerOf } from '../pointers/pointer.ts'
import type { Block, Row, Section } from '../types/Form.ts'
import type { Anchor } from '../types/Pointer.ts'

/** The assigned rows of a block, and their ancestors: of these only the name. */
function blockWithin(block: Block, anchors: Anchor[]): Block[] {
  if (anchors.some(anchor => covers(anchor, `/${block.table}`))) return [block]
  const rows = block.rows.flatMap((row): Row[] => {
    if (anchors.some(anchor => covers(anchor, rowPointerOf(row.table, row.id)))) return [row]
    const blocks = row.blocks.flatMap(inner => blockWithin(inner, anchors))
    return blocks.length > 0 ? [{ ...row, fields: {}, states: [], blocks }] : []
  })
  return rows.length > 0 ? [{ ...block, rows, item: null, head: null }] : []
}

/** The sections as a contributor of these rows or tables sees them. */
export const sectionsWithin = (sections: readonly Section[], anchors: Anchor[]): Section[] =>
  sections.flatMap(section => {
    const blocks = section.blocks.flatMap(block => blockWithin(block, anchors))
    return blocks.length > 0 ? [{ ...section, blocks }] : []
  })
