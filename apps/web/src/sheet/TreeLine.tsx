import type { CSSProperties, ReactNode } from 'react'
import { Icon } from '#ui/icons/Icon.tsx'
import styles from './TreeLine.module.css'

/** The name of a line of a table over levels, as far to the right as it is deep, with the button that folds what is under it. */
export function TreeLine({
  level,
  depth,
  open,
  label,
  onFold,
  facts,
  tall = false,
  children,
}: {
  /** What a row of its level is called. */
  level: string | undefined
  depth: number
  /** Whether the lines under it are shown; null where there are none. */
  open: boolean | null
  /** Of the button. */
  label: string
  onFold: () => void
  /** Said small below the name. */
  facts: ReactNode
  /** The name is in a field. */
  tall?: boolean
  children: ReactNode
}) {
  return (
    <div className={styles.line} data-tall={tall || undefined} style={{ '--depth': depth } as CSSProperties}>
      <span className="visually-hidden">{level}: </span>
      {open !== null && (
        <button type="button" className={styles.fold} data-fold={depth} aria-expanded={open} onClick={onFold}>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
          <span className="visually-hidden">{label}</span>
        </button>
      )}
      {children}
      {facts && <small className={styles.facts}>{facts}</small>}
    </div>
  )
}
