import styles from './PageHead.module.css'
import { SkeletonRows } from './Skeleton.tsx'

/** A page while its data loads: its future heading, and the rows to come. */
export function PageSkeleton({ title, rows, label }: { title: string; rows?: number; label: string }) {
  return (
    <>
      <div className={styles.head}>
        <h1>{title}</h1>
      </div>
      <SkeletonRows label={label} {...(rows !== undefined && { rows })} />
    </>
  )
}
