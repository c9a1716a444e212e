import { useView } from '../FormContext.ts'
import { rowKey } from '../model/viewStore.ts'
import type { BlockProps } from './blockProps.ts'
import styles from './CardBlock.module.css'
import { CardRow } from './CardRow.tsx'
import { useVirtualRows } from './useVirtualRows.ts'

export const shownRows = <T extends { table: string; id: string }>(
  rows: readonly T[],
  shown: ReadonlySet<string> | null,
) => (shown ? rows.filter(row => shown.has(rowKey({ table: row.table, row: row.id }))) : rows)

/** One row after the other; above about sixty, rows far from the screen are not rendered. */
export function CardBlock({ block, level, labelledBy }: BlockProps) {
  const rows = shownRows(block.rows, useView('shown'))
  const { drawn, before, after, list, measure } = useVirtualRows<HTMLDivElement>(rows, 160)
  return (
    <div className={styles.cards} ref={list}>
      {before > 0 && <div style={{ height: before }} />}
      {drawn.map(({ row, index }) => (
        <div key={row.id} ref={measure} data-index={index} className={styles.card}>
          <CardRow row={row} block={block} level={level} labelledBy={labelledBy} />
        </div>
      ))}
      {after > 0 && <div style={{ height: after }} />}
    </div>
  )
}
