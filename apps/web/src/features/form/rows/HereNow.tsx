import { Initials } from '../../../ui/Initials.tsx'
import { useNamesInRow } from '../PeopleContext.ts'
import styles from './HereNow.module.css'

/** Beside a row: who else is in it now. `brief`: the letters of the name, with the name itself on hover and for screen readers. */
export function HereNow({ rowKey, brief }: { rowKey: string; brief: boolean }) {
  return useNamesInRow(rowKey).map(name => (
    <span key={name} className={styles.here} title={`${name} sedang mengisi baris ini`}>
      <Initials name={name} />
      <span className={brief ? 'visually-hidden' : undefined}>{name} sedang mengisi baris ini</span>
    </span>
  ))
}
