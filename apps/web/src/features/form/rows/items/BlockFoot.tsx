import type { Block } from '@sepakat/rules'
import { useRowWritable } from '../../FormContext.ts'
import { AddRow } from './AddRow.tsx'
import { HeadRow } from './HeadRow.tsx'
import { RemovedRow } from './RemovedRow.tsx'

/** What is below the rows of a list: one just removed, its declared state, and adding another. */
export function BlockFoot({ block }: { block: Block }) {
  const writable = useRowWritable(block.table, block.head?.id ?? block.under ?? 'all')
  return (
    <>
      <RemovedRow block={block} />
      {block.head && <HeadRow block={block} head={block.head} />}
      {block.item && writable && <AddRow block={block} />}
    </>
  )
}
