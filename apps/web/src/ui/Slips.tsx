import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './Slips.module.css'

/**
 * Printed while something is shown that is shown only once: slips, and nothing else of the page. Invisible on screen.
 * They are siblings of the application so that the rest can be left out of print.
 */
export function Slips({ many, children }: { many?: boolean; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.print = 'slip'
    return () => {
      delete document.documentElement.dataset.print
    }
  }, [])
  return createPortal(
    <div data-slip="" className={many ? styles.many : undefined}>
      {children}
    </div>,
    document.body,
  )
}
