import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import type { ComponentType } from 'react'
import type { RowOf, Slots } from './Slots.ts'

export interface BlockProps<B extends SheetBlock<B>> {
  slots: Slots<B>
  block: B
  /** The level of its heading, or of those inside it where it has none. */
  level: number
  /** The id of the section. */
  section: string
  /** What is above it: the title of its section, or the name of its row. */
  under: string
  /** The id of the heading above, where that names it. */
  labelledBy?: string
}

export interface RowsProps<B extends SheetBlock<B>> extends Omit<BlockProps<B>, 'under'> {
  /** The id of the block's name. */
  labelledBy: string
  /** Draws the tables under a row: blocks have rows and rows have blocks, and no module imports itself. */
  Block: ComponentType<BlockProps<B>>
}

/** The tables under a row. */
export const UnderRow = <B extends SheetBlock<B>>({
  row,
  Block,
  slots,
  section,
  level,
}: Pick<RowsProps<B>, 'Block' | 'slots' | 'section' | 'level'> & { row: RowOf<B> }) =>
  row.blocks.map(block => (
    <Block key={`${block.table} ${block.title}`} {...{ slots, block, level, section }} under={row.label} />
  ))
