import { count, percentOf } from '../lib/numbers.ts'
import { cx } from './cx.ts'
import styles from './ProgressBar.module.css'

/** How much of a whole is filled, as words and as a bar. `words`: percent ("68 % terisi"), parts ("8 dari 12"), or none. */
export function ProgressBar({
  filled,
  all,
  label,
  words = 'percent',
}: {
  filled: number
  all: number
  label: string
  words?: 'percent' | 'parts' | 'none'
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
      {words === 'percent' && <span>{percent} % terisi</span>}
      {words === 'parts' && <span>{parts}</span>}
    </span>
  )
}
