import type { Ref } from 'react'
import { cx } from '#ui/cx.ts'
import styles from '../Cell.module.css'
import type { Wires } from './FieldUi.ts'

/** A text area as high as its text. */
export function Grow({
  wires,
  text,
  onType,
  onEnter,
  onLeave,
  tall,
  ref,
}: {
  wires: Partial<Wires>
  text: string
  onType: (text: string) => void
  onEnter?: () => void
  onLeave: () => void
  tall?: boolean
  ref?: Ref<HTMLTextAreaElement>
}) {
  return (
    <span className={cx(styles.grow, tall && styles.tall)} data-text={text}>
      <textarea
        {...wires}
        ref={ref}
        rows={1}
        autoComplete="off"
        className={styles.input}
        value={text}
        onChange={event => onType(event.target.value)}
        onFocus={onEnter}
        onBlur={onLeave}
      />
    </span>
  )
}
