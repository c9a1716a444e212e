import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Modal.module.css'

/** The content of a dialog. Focusable only while it is longer than the screen, to scroll it. */
export function ModalBody({ titleId, children }: { titleId: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element || !content.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight + 1))
    observer.observe(element)
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [])

  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-labelledby': titleId } : {}
  return (
    <div ref={box} className={styles.body} {...reachable}>
      <div ref={content} className={styles.content}>
        {children}
      </div>
    </div>
  )
}
