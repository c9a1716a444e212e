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
  /** The label before the value when the row is a card on a phone; '' for none. Needed where `head` is not text. */
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
  /** It is read aloud anyway. */
  captionShown?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
}

/** Of rows drawn as cards browsers forget that they are a table. */
const still = { role: 'table' }

/**
 * Rows of data with a caption; scrolls inside its own region, focusable when it is wider than the screen. On phones each row
 * becomes a card.
 */
export function Table<T>({ caption, captionShown, columns, rows, rowKey }: TableProps<T>) {
  return (
    <ScrollRegion label={caption} className={styles.region}>
      <table className={cx(styles.table, styles.stacked)} {...still}>
        <caption className={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
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
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const className = cx(column.num && styles.num, column.wide && styles.wide)
  if (column.rowHead)
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  const head = column.cardHead ?? (typeof column.head === 'string' ? column.head : '')
  return (
    <td className={className} data-head={head || undefined}>
      {column.cell(row)}
    </td>
  )
}

/** For custom tables (matrices): the same look. `frozen`: the first column is fixed while the others scroll. */
export const tableClass = ({ frozen }: { frozen?: boolean } = {}): string => cx(styles.table, frozen && styles.frozen)
export const tableRegionClass = styles.region
