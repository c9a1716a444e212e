import type { Block, Row } from '@sepakat/rules'
import { Icon } from '#ui/icons/Icon.tsx'
import { useRowWritable } from '../../FormContext.ts'
import { dragHandle } from '../drops/useDragRow.ts'
import styles from '../Row.module.css'
import { StateSelect } from '../StateField.tsx'
import { MoreButton } from '../tree/MoreButton.tsx'
import { RowMarks } from './RowMarks.tsx'
import { RowMenu } from './RowMenu.tsx'

/** The actions on a row as a whole. `brief`: in a table, where a row is one line. */
export function RowTools({
  block,
  row,
  name,
  labelledBy,
  brief = false,
}: {
  block: Block
  row: Row
  name: string
  labelledBy: string
  brief?: boolean
}) {
  const writable = useRowWritable(row.table, row.id)
  return (
    <span className={styles.tools}>
      {block.item && writable && (
        <span className={styles.handle} {...dragHandle(block, row.id)} title="Seret untuk memindahkan">
          <Icon name="drag" size={16} />
        </span>
      )}
      {!brief && <StateSelect row={row} labelledBy={labelledBy} />}
      {brief && <MoreButton row={row} name={name} />}
      <RowMarks row={row} name={name} brief={brief} />
      <RowMenu block={block} row={row} name={name} brief={brief} />
    </span>
  )
}
