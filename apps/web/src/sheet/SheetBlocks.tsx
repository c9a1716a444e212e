import type { SheetBlock as AnyBlock } from '@sepakat/rules/sheet/outline.ts'
import { useId } from 'react'
import { Heading } from './Heading.tsx'
import { SheetCards } from './SheetCards.tsx'
import { SheetTable } from './SheetTable.tsx'
import type { BlocksProps, RowsProps } from './Slots.ts'

type Props<B extends AnyBlock<B>> = Omit<BlocksProps<B>, 'blocks'> & Pick<RowsProps<B>, 'block' | 'Blocks'>

/** A table of the form under one row, its rows in columns or one below the other, each with the tables under it. */
function SheetBlock<B extends AnyBlock<B>>({ slots, block, level, section, under, labelledBy, Blocks }: Props<B>) {
  const own = useId()
  const props = slots.useBlock(block)
  const inColumns = slots.useInColumns(block)
  const titled = labelledBy === undefined
  const named = labelledBy ?? own
  if (!props) return null
  const rows = { slots, block, level: titled ? level + 1 : level, section, labelledBy: named, Blocks }
  const heading = titled && (
    <Heading level={level} id={own}>
      {block.title}
    </Heading>
  )
  return (
    // named as what is above it, or one per row: as landmarks they would be many with one name
    <section role={titled && block.under === null ? undefined : 'group'} aria-labelledby={named} {...props}>
      <slots.BlockHead block={block} heading={heading} />
      {block.rows.length > 0 &&
        (inColumns ? (
          <SheetTable {...rows} label={under === block.title ? under : `${block.title}, ${under}`} />
        ) : (
          <SheetCards {...rows} />
        ))}
      {slots.BlockFoot && <slots.BlockFoot block={block} />}
    </section>
  )
}

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
