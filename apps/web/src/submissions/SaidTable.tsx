import type { EditionLine, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'
import { cx } from '#ui/cx.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import styles from './Said.module.css'

/** A table of an edition, as it is printed. */
export function SaidTable({ number, table }: { number: string; table: EditionTable }) {
  const caption = `${number} ${table.title}`.trim()
  return (
    <div data-figure className={styles.figure}>
      <ScrollRegion label={caption} className={tableRegionClass}>
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
              <Line key={key} line={line} columns={table.columns} />
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

function Line({ line, columns }: { line: EditionLine; columns: EditionTable['columns'] }) {
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
          {shownCell(column, line.cells[column.id])}
        </td>
      ))}
    </tr>
  )
}
