import { Fragment, type ReactNode } from 'react'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import { FigureToggle } from './FigureToggle.tsx'
import styles from './Recap.module.css'
import { type Covered, groupsAbove, keyOf, type RecapItem, type RecapLine, type RecapTableData } from './recapLines.ts'

interface RecapTableProps {
  caption: string
  /** The heading of the first column. */
  head: string
  table: RecapTableData
  /** Coverage of the whole region: not repeated on a line with the same coverage. */
  all: Covered['coverage']
  /** How a figure is computed. */
  how: (item: RecapItem) => ReactNode
  open: ReadonlySet<string>
  onToggle: (key: string) => void
}

/** The rows the region's figures are made from, each below its group; what was left out too. */
export function RecapTable({ caption, head, table: { columns, lines }, all, how, open, onToggle }: RecapTableProps) {
  const nested = lines.some(({ depth }) => depth > 0)
  const groups = groupsAbove(lines)
  const banded = columns.map((_, at) => lines.some(({ cells }) => cells[at]?.figure.band))
  return (
    <ScrollRegion label={caption} className={tableRegionClass}>
      <table className={tableClass({ frozen: columns.length > 1 })}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((label, at) => (
              <th key={label} scope="col" className={banded[at] ? styles.bandedHead : styles.numHead}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, nth) => (
            <Fragment key={line.row}>
              {groups[nth] && (
                <tr data-level="upper" className={styles.line}>
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {groups[nth]}
                  </th>
                </tr>
              )}
              <tr data-level={nested ? (line.depth === 0 ? 'upper' : 'lower') : undefined} className={styles.line}>
                <th scope="row">
                  {line.code && <span className={styles.code}>{line.code} </span>}
                  {line.label}
                  {line.offices.length > 0 && (
                    <span className={styles.office}>
                      {line.offices.map((office, nth) => (
                        <Fragment key={office.id}>
                          {nth > 0 && ', '}
                          <OfficeLink office={office} short />
                        </Fragment>
                      ))}
                    </span>
                  )}
                  <LineStatus line={line} all={all} />
                </th>
                {columns.map((label, at) => (
                  <td key={label}>
                    <RecapCell item={line.cells[at]} banded={banded[at] ?? false} {...{ open, onToggle }} />
                  </td>
                ))}
              </tr>
              <HowRows line={line} {...{ how, open }} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Shown once a line, of the figure that covers least; cells without a value say so themselves. */
function LineStatus({ line, all }: Pick<RecapTableProps, 'all'> & { line: RecapLine }) {
  const [item] = line.cells
    .flatMap(cell => (cell && cell.coverage.reported > 0 ? [cell] : []))
    .toSorted((a, b) => a.coverage.reported - b.coverage.reported || a.coverage.approved - b.coverage.approved)
  if (!item || item.standing === 'final' || isSame(item.coverage, all)) return null
  return (
    <span className={styles.standing}>
      <FigureStatus of={item.standing} coverage={item.coverage} />
    </span>
  )
}

const isSame = (a: Covered['coverage'], b: Covered['coverage']): boolean =>
  a.owed === b.owed && a.reported === b.reported && a.approved === b.approved

interface RecapCellProps extends Pick<RecapTableProps, 'open' | 'onToggle'> {
  item: RecapItem | undefined
  /** Whether figures of its column have a category. */
  banded: boolean
}

function RecapCell({ item, banded, open, onToggle }: RecapCellProps) {
  if (!item) return null
  return (
    <span className={styles.value}>
      <FigureToggle item={item} open={open.has(keyOf(item))} onToggle={onToggle} />
      {banded && <span className={styles.category}>{item.figure.band?.label}</span>}
    </span>
  )
}

/** The derivations of a line's expanded figures. */
function HowRows({ line, how, open }: Pick<RecapTableProps, 'how' | 'open'> & { line: RecapLine }) {
  return line.cells
    .filter(item => item !== undefined)
    .filter(item => open.has(keyOf(item)))
    .map(item => (
      <tr key={keyOf(item)}>
        <td colSpan={line.cells.length + 1} className={styles.how}>
          {line.cells.length > 1 && <p className={styles.howHead}>{item.label}</p>}
          {how(item)}
        </td>
      </tr>
    ))
}
