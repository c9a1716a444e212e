import type { EditionCell, EditionLine, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'
import type { ReactNode } from 'react'
import { cx } from '#ui/cx.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import styles from './Said.module.css'

/** Where the value of a cell is from, and how it is shown; made to lead there. */
export type Leading = (of: NonNullable<EditionCell['of']>, shown: string) => ReactNode

/** A table of an edition, as it is printed. `leading`: its numbers lead to where they are from. */
export function SaidTable({ number, table, leading }: { number: string; table: EditionTable; leading?: Leading }) {
  const caption = `${number} ${table.title}`.trim()
  return (
    <div data-figure className={styles.figure}>
      <ScrollRegion label={caption} className={tableRegionClass} holds>
        <table className={tableClass({ frozen: true })}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {table.columns.map(column => (
                <th key={column.id} scope="col" className={column.number && styles.num}>
                  {column.title}
                  {column.unit && <small> ({column.unit})</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyedBy(table.lines).map(([key, line]) => (
              <Line key={key} line={line} columns={table.columns} leading={leading} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Notes notes={table.notes} />
    </div>
  )
}

export const Notes = ({ notes }: { notes: readonly string[] }) =>
  keyedBy(notes).map(([key, note]) => (
    <p key={key} className={styles.quiet}>
      {note}
    </p>
  ))

function Line({
  line,
  columns,
  leading,
}: {
  line: EditionLine
  columns: EditionTable['columns']
  leading: Leading | undefined
}) {
  const [first, ...rest] = columns
  if (!first) return null
  return (
    <tr className={cx(line.as === 'group' && styles.group, line.as === 'sum' && styles.sum)}>
      <th
        scope={line.as === 'group' ? 'rowgroup' : 'row'}
        style={line.level ? { paddingInlineStart: `${line.level * 16 + 8}px` } : undefined}
      >
        {shownCell(first, line.cells[first.id])}
      </th>
      {rest.map(column => (
        <td key={column.id} className={column.number && styles.num}>
          <Value cell={line.cells[column.id]} column={column} leading={leading} />
        </td>
      ))}
    </tr>
  )
}

function Value({
  cell,
  column,
  leading,
}: {
  cell: EditionCell | undefined
  column: EditionTable['columns'][number]
  leading: Leading | undefined
}) {
  const shown = shownCell(column, cell)
  return leading && cell?.of && shown !== '' ? leading(cell.of, shown) : shown
}
