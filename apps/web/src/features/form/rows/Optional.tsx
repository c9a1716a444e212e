import { useKey } from '../FormContext.ts'
import styles from './Optional.module.css'

/** Behind the words of what may be left open, as long as there is something to fill in. */
export function Optional() {
  const open = useKey('access', store => store.access().open)
  return open && <span className={styles.optional}> (boleh kosong)</span>
}
