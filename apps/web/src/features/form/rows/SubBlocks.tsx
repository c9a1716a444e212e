import type { Block, Row } from '@sepakat/rules'
import { type ComponentType, createContext, useContext } from 'react'

export interface BlockViewProps {
  block: Block
  /** The level of the block's own heading, or of those inside it where it has none. */
  level: number
  /** What names the block, where that is not a heading of its own. */
  labelledBy?: string
}

/** Rows hold blocks and blocks hold rows: how a block is drawn is given from above, so that no module imports itself. */
const BlockViewContext = createContext<ComponentType<BlockViewProps> | null>(null)
export const BlockViewProvider = BlockViewContext.Provider

/** The tables that hang on a row. */
export function SubBlocks({ row, level }: { row: Row; level: number }) {
  const BlockView = useContext(BlockViewContext)
  if (!BlockView) return null
  return row.blocks.map(block => <BlockView key={`${block.table} ${block.title}`} block={block} level={level} />)
}
