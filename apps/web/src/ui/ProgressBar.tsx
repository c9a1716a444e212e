import { cx } from './cx.ts'
import { count, percentOf } from './numbers.ts'
import styles from './ProgressBar.module.css'

/** A share as a bar, with `words` beside it. */
export function ProgressBar({
  filled,
  all,
  label,
  words,
}: {
  filled: number
  all: number
  label: string
  words?: string
}) {
  const percent = percentOf(filled, all)
  const parts = `${count(filled)} dari ${count(all)}`
  return (
    <span className={styles.box}>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${parts} (${percent} %)`}
      >
        <span className={cx(styles.done, percent === 100 && styles.all)} style={{ width: `${percent}%` }} />
      </span>
      {words && <span>{words}</span>}
    </span>
  )
}
