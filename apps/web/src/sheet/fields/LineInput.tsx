import type { ComponentProps, CSSProperties, Ref } from 'react'
import { cx } from '#ui/cx.ts'
import styles from '../Cell.module.css'

/**
 * A one-line input with contained layout: otherwise each keystroke lays out the whole table around it, which in a
 * long one took longer than all else. `className` is for the element around the input.
 */
export const LineInput = ({
  className,
  letters = 0,
  ...input
}: ComponentProps<'input'> & {
  ref?: Ref<HTMLInputElement>
  /** For values that must be visible whole in a column: the input grows with them. */
  letters?: number
}) => (
  <span
    className={cx(styles.line, className)}
    data-long={letters > 13 ? 'very' : letters > 9 || undefined}
    style={letters > 0 ? ({ '--whole': `${Math.min(letters + 3, 26)}ch` } as CSSProperties) : undefined}
  >
    <input {...input} type="text" autoComplete="off" enterKeyHint="next" className={styles.input} />
  </span>
)
