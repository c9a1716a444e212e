import type { ReactNode } from 'react'
import styles from './ActionBar.module.css'

/** The foot of a workbench: always on screen, with what can be done now. `above`: what the last press came to, where that is news. */
export function ActionBar({ label, above, children }: { label: string; above?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className={styles.room} />
      <div className={styles.foot} data-foot>
        {above && <div className={styles.above}>{above}</div>}
        <section className={styles.bar} aria-label={label}>
          {children}
        </section>
      </div>
    </>
  )
}
