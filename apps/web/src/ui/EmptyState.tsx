import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Says what will appear here and the first step towards it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  )
}
