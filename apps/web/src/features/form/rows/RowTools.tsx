import type { Block, Row } from '@sepakat/rules'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { useWritable } from '../FormContext.ts'
import { ItemTools } from './ItemTools.tsx'
import styles from './Row.module.css'
import { RowMarks } from './RowMarks.tsx'
import { StateSelect } from './StateField.tsx'
import type { useDragRow } from './useDragRow.ts'

/** What can be done with a row as a whole. */
export function RowTools({
  block,
  row,
  name,
  labelledBy,
  handle,
}: {
  block: Block
  row: Row
  name: string
  labelledBy: string
  handle: ReturnType<typeof useDragRow>['handle'] | null
}) {
  const writable = useWritable(`/${row.table}/${row.id}`)
  return (
    <span className={styles.tools}>
      {handle && writable && (
        <span className={styles.handle} {...handle} title="Seret untuk memindahkan">
          <Icon name="drag" size={16} />
        </span>
      )}
      <StateSelect row={row} labelledBy={labelledBy} />
      <ItemTools block={block} row={row} name={name} />
      <RowMarks row={row} name={name} />
    </span>
  )
}
