import styles from './PageHead.module.css'
import { SkeletonRows } from './Skeleton.tsx'

/** A page that waits for what it is about: a heading of what it will be, and the rows that are coming. */
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
