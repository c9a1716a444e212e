import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button, type ButtonLook } from './Button.tsx'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons/Icon.tsx'
import styles from './Menu.module.css'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: IconName
  danger?: boolean
  onSelect: () => void
}

/** A few actions behind one button: arrows, Home, End and first letters move, Escape closes and gives the focus back. */
export function Menu({
  label,
  words = 'Lainnya',
  items,
  ...look
}: {
  /** What the menu is about, for screen readers: "Tindakan untuk Dinas Sosial". */
  label: string
  /** What the button says. */
  words?: string
  items: readonly MenuItem[]
} & ButtonLook) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const id = useId()
  const button = () => box.current?.querySelector('button')

  useEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false)
    }
    addEventListener('pointerdown', leave)
    addEventListener('focusin', leave)
    return () => {
      removeEventListener('pointerdown', leave)
      removeEventListener('focusin', leave)
    }
  }, [open])

  function close(): void {
    setOpen(false)
    button()?.focus()
  }
  function move(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      close()
      return
    }
    const lines = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const next = lineAfter(lines, lines.indexOf(document.activeElement as HTMLElement), event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <span ref={box} className={styles.box}>
      <Button
        icon="chevron-down"
        {...look}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {words}
      </Button>
      {open && (
        <div id={id} role="menu" aria-label={label} className={styles.menu} onKeyDown={move}>
          {items.map(item => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={cx(styles.item, item.danger && styles.danger)}
              onClick={() => {
                close()
                item.onSelect()
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </span>
  )
}

/** Where a key leads from the n-th of some lines; undefined where it leads nowhere. */
export function lineAfter(lines: readonly HTMLElement[], n: number, key: string): HTMLElement | undefined {
  const all = lines.length
  if (key === 'ArrowDown') return lines[(n + 1) % all]
  if (key === 'ArrowUp') return lines[(n - 1 + all) % all]
  if (key === 'Home') return lines[0]
  if (key === 'End') return lines[all - 1]
  if (key.length !== 1) return undefined
  const turned = [...lines.slice(n + 1), ...lines.slice(0, n + 1)]
  return turned.find(line => line.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}
