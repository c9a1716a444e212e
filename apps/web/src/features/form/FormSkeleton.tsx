import { Skeleton, SkeletonLine } from '#ui/Skeleton.tsx'
import styles from './FormScreen.module.css'

const lines = ['88%', '72%', '80%', '64%', '84%', '70%', '76%', '58%']

/** The layout to come: sections, rows, panel; before the report is known, its header too. */
export function FormSkeleton({ withHead = false }: { withHead?: boolean }) {
  return (
    <>
      {withHead && <h1 className="visually-hidden">Laporan</h1>}
      <Skeleton label="Memuat formulir…">
        {withHead && (
          <>
            <SkeletonLine width="46%" />
            <SkeletonLine width="30%" />
          </>
        )}
        <div className={styles.columns}>
          <div className={styles.left}>
            <Lines count={6} />
          </div>
          <Lines count={8} />
          <div className={styles.right} />
        </div>
      </Skeleton>
    </>
  )
}

const Lines = ({ count }: { count: number }) => (
  <div style={{ display: 'grid', gap: 20 }}>
    {lines.slice(0, count).map(width => (
      <SkeletonLine key={width} width={width} />
    ))}
  </div>
)
