import type { SheetBlock as AnyBlock } from '@sepakat/rules/sheet/outline.ts'
import { SheetBlock } from './SheetBlock.tsx'
import type { Slots } from './Slots.ts'

/** The tables of a section, below its heading of the second level, which has this id: it names a table that is alone. */
export const SheetBlocks = <B extends AnyBlock<B>>({
  slots,
  section: { id, title, blocks },
  labelledBy,
}: {
  slots: Slots<B>
  section: { id: string; title: string; blocks: readonly B[] }
  labelledBy: string
}) =>
  blocks.map(block => (
    <SheetBlock
      key={`${block.table} ${block.title}`}
      {...{ slots, block }}
      level={3}
      section={id}
      under={title}
      {...(blocks.length === 1 && { labelledBy })}
    />
  ))
