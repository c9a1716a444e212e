import type { SheetBlock as AnyBlock } from '@sepakat/rules/sheet/outline.ts'
import { SheetBlock } from './SheetBlock.tsx'
import type { BlocksProps } from './Slots.ts'

/** The tables of a section or under a row; `labelledBy`: the heading above, which names one that is alone. */
export const SheetBlocks = <B extends AnyBlock<B>>({ blocks, labelledBy, ...above }: BlocksProps<B>) =>
  blocks.map(block => (
    <SheetBlock
      key={`${block.table} ${block.title}`}
      {...above}
      block={block}
      labelledBy={blocks.length === 1 ? labelledBy : undefined}
      Blocks={SheetBlocks<B>}
    />
  ))
