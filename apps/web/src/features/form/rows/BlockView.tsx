import { useId } from 'react'
import { useForm, useRowWritable } from '../FormContext.ts'
import { giverOf } from '../model/giverOf.ts'
import { AddRow } from './AddRow.tsx'
import styles from './BlockView.module.css'
import { CardBlock } from './CardBlock.tsx'
import { GridBlock } from './GridBlock.tsx'
import { Heading } from './Heading.tsx'
import { HeadRow } from './HeadRow.tsx'
import { ListBlock } from './ListBlock.tsx'
import { RemovedRow } from './RemovedRow.tsx'
import { RowsFrom } from './RowsFrom.tsx'
import type { BlockViewProps } from './SubBlocks.tsx'
import { useNarrow } from './useNarrow.ts'

/**
 * A table of the form under one row, laid out as its kind says: cards, a grid, or a list. `level`: that of its own heading, of
 * which there is none where `labelledBy` gives its name.
 */
export function BlockView({ block, level, labelledBy }: BlockViewProps) {
  const own = useId()
  const narrow = useNarrow()
  const titled = labelledBy === undefined
  const named = labelledBy ?? own
  const props = { block, level: titled ? level + 1 : level, labelledBy: named }
  const grid = block.layout === 'grid' && !narrow
  const headKey = block.head ? `/${block.table}/${block.head.id}` : undefined
  const { kind } = useForm()
  const writable = useRowWritable(block.table, block.head?.id ?? block.under ?? 'all')
  const given = giverOf(kind, block.table) !== null && block.under === null
  if (block.rows.length === 0 && !block.head && !writable && !given) return null
  return (
    <section
      // one per row above it: a landmark each would be many with one name
      role={block.under === null ? undefined : 'group'}
      className={styles.block}
      aria-labelledby={named}
      data-row={headKey}
    >
      {titled && (
        <Heading level={level} id={own} className={styles.title}>
          {block.title}
        </Heading>
      )}
      {block.rows.length === 0 && !block.head && !block.item && <RowsFrom table={block.table} />}
      {block.rows.length > 0 &&
        (grid ? (
          <GridBlock {...props} />
        ) : block.layout === 'list' ? (
          <ListBlock {...props} />
        ) : (
          <CardBlock {...props} />
        ))}
      <RemovedRow block={block} />
      {block.head && <HeadRow block={block} head={block.head} />}
      {block.item && writable && <AddRow block={block} />}
    </section>
  )
}
