import { Initials } from '../../../ui/Initials.tsx'
import { useNamesInRow } from '../PeopleContext.ts'
import styles from './HereNow.module.css'

/**
 * Beside a row: who else is in it now, as letters, with the name on hover and for screen readers. Nothing moves where one types:
 * `brief`, in a table, the letters stand on the edge of the cell alone.
 */
export function HereNow({ rowKey, brief }: { rowKey: string; brief: boolean }) {
  return useNamesInRow(rowKey).map(name => (
    <span key={name} className={brief ? 'visually-hidden' : styles.here} title={`${name} sedang mengisi baris ini`}>
      <Initials name={name} />
      <span className="visually-hidden">{name} sedang mengisi baris ini</span>
    </span>
  ))
}
