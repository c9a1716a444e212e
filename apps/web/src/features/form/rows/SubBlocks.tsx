import type { Block, Row } from '@sepakat/rules'
import { type ComponentType, createContext, useContext } from 'react'

export interface BlockViewProps {
  block: Block
  /** The level of the block's own heading, or of those inside it where it has none. */
  level: number
  /** The id of its name, where that is not a heading of its own. */
  labelledBy?: string
}

/** Rows contain blocks and blocks contain rows: the block's renderer is passed down, so that no module imports itself. */
const BlockViewContext = createContext<ComponentType<BlockViewProps> | null>(null)
export const BlockViewProvider = BlockViewContext.Provider

/** The child tables of a row. */
export function SubBlocks({ row, level }: { row: Row; level: number }) {
  const BlockView = useContext(BlockViewContext)
  if (!BlockView) return null
  return row.blocks.map(block => <BlockView key={`${block.table} ${block.title}`} block={block} level={level} />)
}
