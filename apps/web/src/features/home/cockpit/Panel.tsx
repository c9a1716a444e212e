import { type ReactNode, useEffect, useRef, useState } from 'react'
import { announce } from '#ui/announce.ts'
import styles from './Cockpit.module.css'

/** What a line opens. Escape asks once where something was typed; hidden it keeps that. */
export function Panel({
  label,
  open,
  changed,
  onClose,
  children,
}: {
  label: string
  open: boolean
  changed: boolean
  onClose: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('select, textarea, input')?.focus()
  }, [open])
  return (
    <section
      ref={box}
      className={styles.panel}
      aria-label={label}
      hidden={!open}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        setAsked(changed && !asked)
        if (!changed || asked) return onClose()
        announce(unsent)
      }}
    >
      {children}
      {asked && changed && <p>{unsent}</p>}
    </section>
  )
}

const unsent = 'Yang Anda ketik belum dikirim. Tekan Escape sekali lagi untuk menutup.'
