import type { Block, Row } from '@sepakat/rules'
import { memo, useId } from 'react'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { useForm, useOpen, useView } from '../FormContext.ts'
import { rowKey } from '../model/viewStore.ts'
import { OpenNotes } from '../notes/OpenNotes.tsx'
import styles from './CardRow.module.css'
import { Heading } from './Heading.tsx'
import rowStyles from './Row.module.css'
import { RowBody } from './RowBody.tsx'
import { RowCautions, RowWords } from './RowHead.tsx'
import { RowTools } from './RowTools.tsx'
import { useRowDrops } from './useRowDrops.ts'
import { useRowName } from './useRowName.ts'

export interface CardRowProps {
  row: Row
  block: Block
  level: number
  labelledBy: string
}

/** More questions than this are in columns, their labels above the field. */
const inLines = 6
/** Rows of a list longer than this start collapsed. */
const unfolded = 4

/** A row with its questions one below the other. A row that users added can be collapsed. */
export const CardRow = memo(function CardRow({ row, block, level, labelledBy }: CardRowProps) {
  const { kind } = useForm()
  const section = useView('section')
  const titleId = useId()
  const key = rowKey({ table: row.table, row: row.id })
  const isItem = block.item !== null
  const [open, setOpen] = useOpen(key, !isItem || block.rows.length <= unfolded)
  const name = useRowName(row)
  const { handle, place } = useRowDrops(block, row)
  // A section of only this row has the heading, a row that repeats another's is headed by its block.
  const titled = !(block.under === null && row.id === section) && kind.tables[row.table]?.rows.from !== 'each'
  const named = titled ? titleId : labelledBy
  return (
    <article className={cx(rowStyles.row, styles.card)} aria-labelledby={named} {...place}>
      <div className={rowStyles.head}>
        {titled && (
          <Heading level={level} id={titleId} className={styles.title}>
            {isItem ? (
              <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
                <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
                <span>
                  <RowWords row={row} label={name} />
                </span>
              </button>
            ) : (
              <RowWords row={row} />
            )}
          </Heading>
        )}
        <RowTools {...{ block, row, name, handle }} labelledBy={named} />
      </div>
      {titled && <RowCautions row={row} />}
      <OpenNotes rowKey={key} />
      {open && (
        <RowBody
          row={row}
          level={titled ? level + 1 : level}
          columns={Object.keys(row.fields).length > inLines}
          brief={block.layout === 'grid'}
        />
      )}
    </article>
  )
})
