import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import styles from './Tabs.module.css'

export interface TabItem {
  id: string
  label: ReactNode
  panel: ReactNode
}

/** Views of one thing side by side. Arrow keys move, as in every tab list. Where each is a page of its own, use links. */
export function Tabs({
  label,
  items,
  value,
  onChange,
}: {
  label: string
  items: readonly TabItem[]
  value: string
  onChange: (id: string) => void
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const current = items.find(item => item.id === value) ?? items[0]

  function move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = items.findIndex(item => item.id === current?.id)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : step === undefined ? -1 : at + step
    const next = items[(to + items.length) % items.length]
    if (to === -1 && step === undefined) return
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.id}`)}`)?.focus()
  }

  return (
    <div>
      <div role="tablist" aria-label={label} className={styles.list} ref={list} onKeyDown={move}>
        {items.map(item => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            aria-selected={item.id === current?.id}
            aria-controls={`${id}-panel`}
            tabIndex={item.id === current?.id ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(item.id)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.id}`} className={styles.panel}>
        {current?.panel}
      </div>
    </div>
  )
}
