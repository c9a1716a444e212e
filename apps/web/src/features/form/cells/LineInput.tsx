import type { ComponentProps, CSSProperties, Ref } from 'react'
import { cx } from '../../../ui/cx.ts'
import styles from './Cell.module.css'

/**
 * A field of one line, laid out by itself: else each key in it would have the browser lay out the whole table around it, which in a
 * long one took longer than all else. `className` is of what stands around the field.
 */
export const LineInput = ({
  className,
  letters = 0,
  ...input
}: ComponentProps<'input'> & {
  ref?: Ref<HTMLInputElement>
  /** Of what has to be seen whole: the field grows with a long number. */
  letters?: number
}) => (
  <span
    className={cx(styles.line, className)}
    data-long={letters > 13 ? 'very' : letters > 9 || undefined}
    style={letters > 9 ? ({ '--whole': `${Math.min(letters + 3, 26)}ch` } as CSSProperties) : undefined}
  >
    <input {...input} type="text" autoComplete="off" className={styles.input} />
  </span>
)
