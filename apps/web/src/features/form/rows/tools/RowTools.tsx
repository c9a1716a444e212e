import type { Block, Row } from '@sepakat/rules'
import { apartFields } from '@sepakat/rules/sheet/tree.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { useForm, useRowWritable } from '../../FormContext.ts'
import { useTool } from '../../useTool.ts'
import { dragHandle } from '../drops/useDragRow.ts'
import styles from '../Row.module.css'
import { StateSelect } from '../StateField.tsx'
import { useMore } from '../useUnfolded.ts'
import { RowMarks } from './RowMarks.tsx'
import { RowMenu } from './RowMenu.tsx'

/** Unfolds what is asked of a line beside the columns, with the lists under it. */
function MoreButton({ row, name }: { row: Row; name: string }) {
  const { kind } = useForm()
  const tool = useTool(row)
  const [open, setOpen] = useMore(row)
  const { tree } = kind
  if (!tree?.tables.includes(row.table)) return null
  if (apartFields(kind, tree, row).length === 0 && row.blocks.length === 0) return null
  return (
    <Button
      {...tool}
      small
      kind="quiet"
      icon={open ? 'chevron-up' : 'pencil'}
      aria-expanded={open}
      title="Isian lain di bawah baris ini"
      onClick={() => setOpen(!open)}
    >
      <span className="visually-hidden">Isian lain: {name}</span>
    </Button>
  )
}

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
