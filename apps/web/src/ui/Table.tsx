import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { ScrollRegion } from './ScrollRegion.tsx'
import styles from './Table.module.css'

export interface Column<T> {
  id: string
  head: ReactNode
  cell: (row: T) => ReactNode
  /** Right-aligned, for numbers. */
  num?: boolean
  /** Contains names: as wide as one takes in two or three lines, however long the others are. */
  wide?: boolean
  /** Names the row; usually the first column. */
  rowHead?: boolean
  /** The label before the value when the row is a card on a phone; '' for none. Needed with `stacked` where `head` is not text. */
  cardHead?: string
}

/** The column of what can be done with a row: its heading is only read aloud. */
export const actions = <T,>(cell: Column<T>['cell']): Column<T> => ({
  id: 'actions',
  head: <span className="visually-hidden">Tindakan</span>,
  cardHead: '',
  cell,
})

export interface TableProps<T> {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** The first column is fixed while the others scroll: for wide tables. */
  frozen?: boolean
  /** On phones each row becomes a card: for lists of few columns. */
  stacked?: boolean
}

/** Rows of data with a caption; scrolls inside its own region, focusable when it is wider than the screen. */
export function Table<T>({ caption, captionHidden, columns, rows, rowKey, frozen, stacked }: TableProps<T>) {
  return (
    <ScrollRegion label={caption} className={styles.region}>
      <table
        className={cx(styles.table, frozen && styles.frozen, stacked && styles.stacked)}
        role={stacked ? 'table' : undefined}
      >
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.id} scope="col" className={cx(column.num && styles.num, column.wide && styles.wide)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column => (
                <Cell key={column.id} column={column} row={row} stacked={stacked} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Cell<T>({ column, row, stacked }: { column: Column<T>; row: T; stacked: boolean | undefined }) {
  const className = cx(column.num && styles.num, column.wide && styles.wide)
  if (column.rowHead)
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  const head = column.cardHead ?? (typeof column.head === 'string' ? column.head : '')
  return (
    <td className={className} data-head={stacked && head ? head : undefined}>
      {column.cell(row)}
    </td>
  )
}

/** For custom tables (matrices): the same look. */
export const tableClass = ({ frozen }: { frozen?: boolean } = {}): string => cx(styles.table, frozen && styles.frozen)
export const tableRegionClass = styles.region
