import type { Block, Row } from '@sepakat/rules'
import { useId } from 'react'
import { cx } from '#ui/cx.ts'
import { useView } from '../FormContext.ts'
import { OpenNotes } from '../notes/OpenNotes.tsx'
import type { BlockProps } from './blockProps.ts'
import { shownRows } from './CardBlock.tsx'
import styles from './ListBlock.module.css'
import rowStyles from './Row.module.css'
import { RowBody } from './RowBody.tsx'
import { RowTools } from './RowTools.tsx'
import { useRowDrops } from './useRowDrops.ts'
import { useRowName } from './useRowName.ts'

/** Rows that users add, numbered, each with its few questions side by side. */
export function ListBlock({ block, level, labelledBy }: BlockProps) {
  const rows = shownRows(block.rows, useView('shown'))
  return (
    <ol className={styles.list} aria-labelledby={labelledBy}>
      {rows.map(row => (
        <Item key={row.id} row={row} block={block} level={level} number={block.rows.indexOf(row) + 1} />
      ))}
    </ol>
  )
}

function Item({ row, block, level, number }: { row: Row; block: Block; level: number; number: number }) {
  const id = useId()
  const name = useRowName(row)
  const { handle, place } = useRowDrops(block, row)
  return (
    <li className={cx(rowStyles.row, styles.item)} {...place}>
      <div className={rowStyles.head}>
        <span id={id} className={styles.number}>
          {number}. <span className="visually-hidden">{name}</span>
        </span>
        <RowTools {...{ block, row, handle }} name={`${number}. ${name}`} labelledBy={id} />
      </div>
      <OpenNotes rowKey={place['data-row']} />
      <RowBody row={row} level={level} columns />
    </li>
  )
}
