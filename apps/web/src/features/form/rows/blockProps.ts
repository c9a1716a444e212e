import type { Block } from '@sepakat/rules'

/** Props of each layout of a block. */
export interface BlockProps {
  block: Block
  /** The level of headings inside the block. */
  level: number
  /** The id of the block's name. */
  labelledBy: string
}
