import type { ReactNode } from 'react'
import styles from './RowPanel.module.css'

/** One part of the panel, with its heading. `id` is the target of links to it. */
export function Part({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 {...(id && { id: `panel-${id}`, tabIndex: -1 })}>{title}</h3>
      {children}
    </section>
  )
}

/** Moves the focus to the heading of the files, from an element that is removed as it is pressed. */
export const focusEvidence = (): void => document.getElementById('panel-evidence')?.focus()
