import { count } from '#ui/numbers.ts'
import styles from './Overview.module.css'
import type { Covered } from './recapLines.ts'

/** Offices that owe something of it and cannot file yet, because they are in no wave. */
export function NotUsing({ offices }: { offices: Covered['notUsing'] }) {
  if (offices.length === 0) return null
  return (
    <details className={styles.notUsing}>
      <summary>{count(offices.length)} perangkat daerah belum memakai SEPAKAT</summary>
      <ul>
        {offices.map(office => (
          <li key={office.id}>{office.name}</li>
        ))}
      </ul>
    </details>
  )
}
