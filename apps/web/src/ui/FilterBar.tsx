import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './FilterBar.module.css'
import { TextField } from './TextField.tsx'

export interface FilterBarProps {
  /** What is filtered, for screen readers: "Saring laporan". */
  label: string
  search?: { label: string; value: string; onChange: (text: string) => void }
  /** Selects and other fields; `FilterToggles` for checkboxes. */
  children?: ReactNode
  /** Given when any filter is on. */
  onClear?: () => void
}

/** The filters of a list; what they say lives in the address (`useUrlFilters`). */
export function FilterBar({ label, search, children, onClear }: FilterBarProps) {
  return (
    <section className={styles.bar} aria-label={label}>
      {search && <SearchBox {...search} />}
      {children}
      {onClear && (
        <span className={styles.clear}>
          <Button kind="quiet" icon="cross" onClick={onClear}>
            Hapus saringan
          </Button>
        </span>
      )}
    </section>
  )
}

export function FilterToggles({ children }: { children: ReactNode }) {
  return <div className={styles.toggles}>{children}</div>
}

const pause = 300

/** Asks only after the typing pauses, so that each letter is not a request. For further boxes of words beside the search. */
export function SearchBox({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (text: string) => void
}) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return // our own letters come back; more may have been typed since
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onChange(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, onChange])
  return (
    <TextField
      className={styles.search}
      label={label}
      type="search"
      value={text}
      maxLength={80}
      onChange={event => setText(event.target.value)}
    />
  )
}
