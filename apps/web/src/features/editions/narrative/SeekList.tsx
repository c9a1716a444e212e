import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { cx } from '#ui/cx.ts'
import styles from './Narrative.module.css'

export interface ListOption {
  id: string
  shown: ReactNode
}

/** Options of which one is active; the focus stays in the text, where arrows, Enter and Escape are heard. */
export function ActiveList({
  id,
  label,
  options,
  active,
  onChoose,
}: {
  id: string
  label: string
  options: readonly ListOption[]
  active: number
  onChoose: (index: number) => void
}) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, active])
  return (
    <div id={id} role="listbox" aria-label={label}>
      {options.map((option, index) => (
        <button
          key={option.id}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={cx(styles.option, index === active && styles.active)}
          onClick={() => onChoose(index)}
        >
          {option.shown}
        </button>
      ))}
    </div>
  )
}

/** The list below the caret. */
export function SeekList({
  place,
  note,
  ...list
}: Parameters<typeof ActiveList>[0] & {
  place: CSSProperties
  /** In place of options, or below them. */
  note: string | null
}) {
  return (
    <div className={styles.seek} style={place} onPointerDown={event => event.preventDefault()}>
      {list.options.length > 0 && <ActiveList {...list} />}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}
