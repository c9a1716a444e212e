import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'
import styles from './ScrollRegion.module.css'

interface Sideways {
  scrolls: boolean
  /** Of a table that scrolls: the columns beyond the right edge, none at its end. */
  more: number | null
  /** Something is beyond the left edge. */
  past: boolean
}

/** The columns whose head is not whole before the right edge, or before what stays there above them. */
function columnsBeyond(box: HTMLElement): HTMLElement[] {
  const row = ':scope > table > thead > tr:first-child'
  const tools = box.querySelector(`${row} > td:last-child`)
  const right = tools ? tools.getBoundingClientRect().left : box.getBoundingClientRect().right
  const heads = box.querySelectorAll<HTMLElement>(`${row} > th`)
  return [...heads].filter(head => head.getBoundingClientRect().right > right + 1)
}

/**
 * A box that scrolls sideways by itself and, only while it does, is focusable and scrolled with the keyboard. Columns of a table
 * beyond its right edge are announced, and its head stays at the top of the screen.
 */
export function ScrollRegion({
  label,
  className,
  holds = false,
  children,
}: {
  label: string
  className?: string
  /** Scrolls until it is measured: what is drawn again while it is read does not widen the page for a moment. */
  holds?: boolean
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [{ scrolls, more, past }, setSideways] = useState<Sideways>({ scrolls: holds, more: null, past: false })

  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const wide = element.scrollWidth > element.clientWidth + 1
      const beyond = wide && element.querySelector(':scope > table > thead') ? columnsBeyond(element).length : null
      const now = { scrolls: wide, more: beyond, past: wide && element.scrollLeft > 0 }
      setSideways(was => (was.scrolls === now.scrolls && was.more === now.more && was.past === now.past ? was : now))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])

  useEffect(() => {
    const element = box.current
    const head = element?.querySelector<HTMLElement>(':scope > table > thead')
    if (!element || !head || !scrolls) return
    // a box that scrolls sideways holds back what would stay at the top of the screen
    const lift = () => {
      const { top, height } = element.getBoundingClientRect()
      const room = height - head.offsetHeight
      head.style.setProperty('--lift', `${Math.round(Math.min(Math.max(0, -top), Math.max(0, room)))}px`)
    }
    lift()
    addEventListener('scroll', lift, { passive: true })
    return () => {
      removeEventListener('scroll', lift)
      head.style.removeProperty('--lift')
    }
  }, [scrolls])

  // a group, no landmark: a page may have several with one name
  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': `${label}, dapat digeser ke samping` } : {}
  return (
    <div className={cx(styles.wide, more !== null && styles.edged)} data-more={!!more || undefined}>
      {more !== null && (
        // at the end of the table its place stays, so that nothing moves
        <button
          type="button"
          className={styles.edge}
          hidden={more === 0}
          onClick={() => {
            const element = box.current
            const [first] = element ? columnsBeyond(element) : []
            const named = element?.querySelector<HTMLElement>(':scope > table > thead th')
            // the first of them comes right after the names of the rows
            if (element && first)
              element.scrollBy({
                left: first.getBoundingClientRect().left - (named?.getBoundingClientRect().right ?? 0),
              })
          }}
        >
          {more} kolom lagi <span aria-hidden="true">→</span>
          <span className="visually-hidden">di kanan: {label}</span>
        </button>
      )}
      <div
        ref={box}
        className={cx(className)}
        data-scrolls={scrolls || undefined}
        data-past={past || undefined}
        {...reachable}
      >
        {children}
      </div>
    </div>
  )
}
