import type { Block } from '@sepakat/rules'
import { Button } from '#ui/Button.tsx'
import styles from './AddRow.module.css'
import { ParentName } from './ParentName.tsx'
import { useDeclared } from './StateField.tsx'
import { TakeLines } from './TakeLines.tsx'
import { useAdd } from './useAdd.ts'

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Adds a row at the end and focuses its first field. */
export function AddRow({ block }: { block: Block }) {
  const add = useAdd(block)
  const head = block.head ?? { table: block.table, id: block.under ?? 'all', states: [] }
  const declared = useDeclared(head)
  if (declared) return null
  return (
    <span className={styles.add}>
      <Button icon="plus" small onClick={add}>
        Tambah {lowerFirst(block.title)}
        <ParentName id={block.under} />
      </Button>
      <TakeLines block={block} />
    </span>
  )
}
