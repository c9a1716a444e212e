import type { ReactNode } from 'react'
import styles from './Skeleton.module.css'

/** A grey bar in place of text. */
export function SkeletonLine({ width = '100%' }: { width?: string }) {
  return <span className={styles.line} style={{ width }} />
}

const widths = ['92%', '76%', '84%', '60%', '88%', '70%', '80%', '66%']

/** Announces once that something is loading and draws the layout to come. */
export function Skeleton({ label = 'Memuat…', children }: { label?: string; children?: ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      <div aria-hidden="true" className={styles.lines}>
        {children ?? widths.slice(0, 4).map(width => <SkeletonLine key={width} width={width} />)}
      </div>
    </div>
  )
}

/** The rows of a list or table to come, at most eight. */
export function SkeletonRows({ rows = 6, label }: { rows?: number; label?: string }) {
  return (
    <Skeleton label={label}>
      {widths.slice(0, rows).map(width => (
        <span key={width} className={styles.row}>
          <SkeletonLine width={width} />
          <SkeletonLine width="18%" />
        </span>
      ))}
    </Skeleton>
  )
}
