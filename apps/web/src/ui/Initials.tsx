import styles from './Initials.module.css'
import { initialsOf } from './initialsOf.ts'

/** A person as two letters; the name is beside it, if only for screen readers. */
export function Initials({ name }: { name: string }) {
  return (
    <span className={styles.initials} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
