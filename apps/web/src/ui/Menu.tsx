import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button, type ButtonLook, IconButton } from './Button.tsx'
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

/** A few actions behind one button: arrows, Home, End and first letters move, Escape closes and returns the focus. */
export function Menu({
  label,
  words,
  head,
  items,
  id: buttonId,
  ...look
}: {
  /** Accessible name: "Tindakan untuk Dinas Sosial". */
  label: string
  /** The label of the button; three dots where room is scarce. */
  words?: ReactNode
  /** Above the items, to be read only. */
  head?: ReactNode
  items: readonly MenuItem[]
  /** Of the button. */
  id?: string
} & Omit<ButtonLook, 'icon'> & { tabIndex?: number; 'data-tool'?: boolean }) {
  const [place, setPlace] = useState<CSSProperties | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const open = place !== null
  const lines = items.length + (head ? 2 : 0)

  useEffect(() => {
    if (!open) return
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const leave = ({ target }: Event) => {
      const own = target instanceof Node && (menu.current?.contains(target) || button.current?.contains(target))
      if (!own) setPlace(null)
    }
    const follow = () => button.current && setPlace(beside(button.current, lines))
    const ways = [
      ['pointerdown', leave],
      ['focusin', leave],
      ['scroll', follow],
      ['resize', follow],
    ] as const
    for (const [type, way] of ways) addEventListener(type, way, true)
    return () => {
      for (const [type, way] of ways) removeEventListener(type, way, true)
    }
  }, [open, lines])

  function close(): void {
    setPlace(null)
    button.current?.focus()
  }
  function move(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      close()
      return
    }
    const own = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const next = lineAfter(own, own.indexOf(document.activeElement as HTMLElement), event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  const wires = {
    ref: button,
    id: buttonId,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    onClick: () => setPlace(open || !button.current ? null : beside(button.current, lines)),
  } as const
  return (
    <>
      {words === undefined ? (
        <IconButton {...look} {...wires} icon="more" label={label} />
      ) : (
        <Button {...look} {...wires} icon="chevron-down" aria-label={label}>
          {words}
        </Button>
      )}
      {place &&
        createPortal(
          <div ref={menu} className={styles.menu} style={place}>
            {head && <div className={styles.head}>{head}</div>}
            <div id={id} role="menu" aria-label={label} onKeyDown={move}>
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
          </div>,
          button.current?.closest('dialog, main') ?? document.body,
        )}
    </>
  )
}

const line = 44
const widest = 320

/**
 * Fixed to the window, since a table that scrolls would cut it off: below its button, or above it where there is no room; at the
 * edge of the window where its row has moved out of it.
 */
function beside(button: Element, lines: number): CSSProperties {
  const { top, bottom, left, right } = button.getBoundingClientRect()
  const { clientWidth } = document.documentElement
  return {
    ...(innerHeight - bottom > lines * line
      ? { top: Math.max(0, bottom) + 4 }
      : { bottom: Math.max(0, innerHeight - top) + 4 }),
    ...(right > widest ? { right: clientWidth - right } : { left }),
  }
}

/** The target index of a key at the n-th item; undefined for none. */
function lineAfter(lines: readonly HTMLElement[], n: number, key: string): HTMLElement | undefined {
  const all = lines.length
  if (key === 'ArrowDown') return lines[(n + 1) % all]
  if (key === 'ArrowUp') return lines[(n - 1 + all) % all]
  if (key === 'Home') return lines[0]
  if (key === 'End') return lines[all - 1]
  if (key.length !== 1) return undefined
  const turned = [...lines.slice(n + 1), ...lines.slice(0, n + 1)]
  return turned.find(line => line.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}
