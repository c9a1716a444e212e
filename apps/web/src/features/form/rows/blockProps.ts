import type { Block } from '@sepakat/rules'

/** What each layout of a block is given. */
export interface BlockProps {
  block: Block
  /** The level of headings inside the block. */
  level: number
  /** The id of what names the block. */
  labelledBy: string
}
