import { Link } from 'react-router'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { type ShownStatus, statusIcon, statusTone, statusWord } from '#ui/StatusTag.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import { OfficeLink } from './OfficeLink.tsx'
import styles from './OverviewMatrix.module.css'
import { matrixOf, type OverviewCell } from './overview.ts'
import { readingPath } from './reportAction.ts'

/**
 * Offices against what they owe, those with something late first: each cell word, icon and colour. It leads to the report, or to
 * its line in the list, where one without a report gets it.
 */
export function OverviewMatrix({
  caption,
  cells,
  forms,
}: {
  caption: string
  cells: readonly OverviewCell[]
  /** Titles in working order. */
  forms: ReadonlyMap<string, string>
}) {
  const matrix = matrixOf(cells, forms)
  return (
    <ScrollRegion label={caption} className={cx(tableRegionClass, styles.region)}>
      <table className={cx(tableClass({ frozen: true }), styles.matrix)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Perangkat daerah</th>
            {matrix.columns.map(column => (
              <th key={column.id} scope="col">
                {column.title} <span className={styles.period}>{column.period}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ office, cells: row }) => (
            <tr key={office.id}>
              <th scope="row">
                <OfficeLink office={office} short />
              </th>
              {row.map((cell, n) => (
                <td key={matrix.columns[n]?.id}>{cell ? <MatrixCell cell={cell} /> : <NotOwed />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function NotOwed() {
  return (
    <>
      <span aria-hidden="true" className={styles.none}>
        –
      </span>
      <span className="visually-hidden">tidak wajib</span>
    </>
  )
}

function MatrixCell({ cell }: { cell: OverviewCell }) {
  const status = cell.status as ShownStatus
  const look = (
    <>
      <span className={styles.word}>
        <Icon name={statusIcon(status)} size={14} />
        <span>{statusWord(status)}</span>
      </span>
      {cell.late && (
        <span className={styles.late}>
          <Icon name="clock" size={14} />
          terlambat
        </span>
      )}
    </>
  )
  const { submission, office, period } = cell
  const to = submission ? readingPath(submission, cell.status) : paths.reports({ opd: office.id, periode: period })
  return (
    <Link className={cx(styles.cell, styles[statusTone(status)])} to={to}>
      {look}
    </Link>
  )
}
