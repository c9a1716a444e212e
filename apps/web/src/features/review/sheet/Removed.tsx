import { Icon } from '#ui/icons/Icon.tsx'
import type { RemovedRow } from '../model/rowChanges.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './Row.module.css'

/** Rows that were here in the previous revision, with their answers. */
export function Removed({ rows }: { rows: readonly RemovedRow[] }) {
  const { names } = useReview().sheet.read
  if (rows.length === 0) return null
  const said = ({ table, anchor, values }: RemovedRow) =>
    Object.entries(values)
      .map(([field, cell]) => {
        const [, , row = ''] = anchor.split('/')
        return `${names.fieldLabel(table, row, field)}: ${names.cell(table, row, field, cell)}`
      })
      .join(' · ')
  return (
    <ul className={styles.removed}>
      {rows.map(row => (
        <li key={row.anchor}>
          <Icon name="trash" size={14} />
          <span>
            <strong>Dihapus:</strong> <del>{row.label}</del> <small>{said(row)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
