import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './Modal.module.css'

export interface ModalProps {
  open: boolean
  /** Called on Escape and the cross. Without it the dialog cannot be dismissed. */
  onClose?: () => void
  title: ReactNode
  children: ReactNode
  foot?: ReactNode
}

/**
 * The browser's own dialog: what is behind is inert, Escape closes, the focus returns to where it was.
 * A press outside does nothing, so that nothing typed is lost by accident.
 */
function Modal({ open, onClose, title, children, foot, className }: ModalProps & { className: string | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element || !open) return
    const before = document.activeElement
    element.showModal()
    const first = element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current
    first?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])

  if (!open) return null
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={cx(styles.modal, className)}
      onCancel={event => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {onClose && <IconButton icon="cross" label="Tutup" onClick={onClose} />}
      </div>
      <ModalBody titleId={titleId}>{children}</ModalBody>
      {foot && <div className={styles.foot}>{foot}</div>}
    </dialog>
  )
}

/** For a short question in place. What could be a page is a page. `foot` contains the buttons. */
export function Dialog({ large, ...props }: ModalProps & { large?: boolean }) {
  return <Modal {...props} className={large ? styles.large : undefined} />
}

/** For details of the current item: at the right on wide screens, a sheet from below on phones. */
export function Drawer(props: ModalProps) {
  return <Modal {...props} className={styles.drawer} />
}

/** For finding and choosing: near the top of wide screens, the whole of a phone's. */
export function Sheet(props: ModalProps) {
  return <Modal {...props} className={styles.sheet} />
}

/** The content of a dialog. Focusable only while it is longer than the screen, to scroll it. */
function ModalBody({ titleId, children }: { titleId: string; children: ReactNode }) {
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
