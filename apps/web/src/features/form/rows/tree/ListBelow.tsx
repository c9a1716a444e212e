import type { Block } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { BlockFoot } from '../items/BlockFoot.tsx'
import styles from './ListBelow.module.css'

/** A list whose rows are lines of the same table: adding to it, and its declared state, are below the row it belongs to. */
export function ListBelow({ block }: { block: Block }) {
  const group = { role: 'group', 'aria-label': block.title }
  return (
    <div {...group} className={styles.list} data-row={block.head ? rowAt(block.head) : undefined}>
      <span className={styles.title}>{block.title}</span>
      <BlockFoot block={block} />
    </div>
  )
}
