import { type ReactNode, useLayoutEffect } from 'react'
import styles from './ActionBar.module.css'

/** The foot of a workbench: always on screen, with what can be done now. `above`: what the last press came to, where that is news. */
export function ActionBar({ label, above, children }: { label: string; above?: ReactNode; children: ReactNode }) {
  // the foot of all pages gives way by this, not by `:has`, which looks through a page of 300 rows with each change in it
  useLayoutEffect(() => {
    document.body.dataset.foot = ''
    return () => {
      delete document.body.dataset.foot
    }
  }, [])
  return (
    <>
      <div className={styles.room} />
      <div className={styles.foot}>
        {above && <div className={styles.above}>{above}</div>}
        <section className={styles.bar} aria-label={label}>
          {children}
        </section>
      </div>
    </>
  )
}
