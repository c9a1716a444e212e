import { useKey } from '../FormContext.ts'
import styles from './Optional.module.css'

/** After the label of an optional field, as long as it can be filled in. */
export function Optional() {
  const open = useKey('access', store => store.access().open)
  return open && <span className={styles.optional}> (boleh kosong)</span>
}
