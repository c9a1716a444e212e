import { Fragment } from 'react'
import { Derivation, type DerivationNames } from '../../ui/Derivation.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '../../ui/Table.tsx'
import { FigureToggle } from './FigureToggle.tsx'
import styles from './Recap.module.css'
import { keyOf, type RecapLine } from './recapLines.ts'

interface RecapTableProps {
  caption: string
  /** What stands in the first column. */
  head: string
  lines: readonly RecapLine[]
  names: DerivationNames
  open: ReadonlySet<string>
  onToggle: (key: string) => void
}

/** What a figure of the region is made from, each below what it belongs to; what was left out too. */
export function RecapTable({ caption, head, lines, names, open, onToggle }: RecapTableProps) {
  return (
    <ScrollRegion label={caption} className={tableRegionClass}>
      <table className={tableClass()}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className={styles.numHead}>
              Nilai dan kategori
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, depth }) => {
            const key = keyOf(item)
            return (
              <Fragment key={key}>
                <tr data-depth={depth} className={styles.line}>
                  <th scope="row">
                    {item.rowLabel}
                    {item.offices.length > 0 && (
                      <span className={styles.office}>{item.offices.map(office => office.shortName).join(', ')}</span>
                    )}
                  </th>
                  <td>
                    <span className={styles.value}>
                      <FigureToggle item={item} open={open.has(key)} onToggle={onToggle} />
                      <span className={styles.category}>{item.figure.band?.label}</span>
                    </span>
                  </td>
                </tr>
                {open.has(key) && (
                  <tr>
                    <td colSpan={2} className={styles.how}>
                      <Derivation figure={item.figure} names={names} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
