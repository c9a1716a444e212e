import { Initials } from '#ui/Initials.tsx'
import { useNamesInRow } from '../PeopleContext.ts'
import styles from './HereNow.module.css'

/**
 * Beside a row: other users in it as initials, with the name on hover and for screen readers. Nothing moves while typing:
 * `brief`, in a table, the initials are only on the edge of the cell.
 */
export function HereNow({ rowKey, brief }: { rowKey: string; brief: boolean }) {
  return useNamesInRow(rowKey).map(name => (
    <span key={name} className={brief ? 'visually-hidden' : styles.here} title={`${name} sedang mengisi baris ini`}>
      <Initials name={name} />
      <span className="visually-hidden">{name} sedang mengisi baris ini</span>
    </span>
  ))
}
