import type { Block, Row } from '@sepakat/rules'
import { Button } from '../../../ui/Button.tsx'
import { useWritable } from '../FormContext.ts'
import styles from './ItemTools.module.css'
import { useItems } from './useItems.ts'

/** Order and removal of a row that people added; dragging does the same as the two buttons. */
export function ItemTools({ block, row, name }: { block: Block; row: Row; name: string }) {
  const items = useItems(block)
  const writable = useWritable(`/${row.table}/${row.id}`)
  const at = items.indexOf(row.id)
  if (!block.item || !writable) return null
  const hidden = <span className="visually-hidden">{name}</span>
  return (
    <span className={styles.tools}>
      {at > 0 && (
        <Button small kind="quiet" onClick={() => items.move(row.id, at - 1)}>
          Naik {hidden}
        </Button>
      )}
      {at < items.count - 1 && (
        <Button small kind="quiet" onClick={() => items.move(row.id, at + 1)}>
          Turun {hidden}
        </Button>
      )}
      <Button small kind="quiet" onClick={() => items.remove(row, name)}>
        Hapus {hidden}
      </Button>
    </span>
  )
}
