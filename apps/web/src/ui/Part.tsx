import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './Part.module.css'

/** A section of a page with its heading. `takesFocus`: it replaced the pressed button, or a link led here, so reading continues here; another value takes it again. */
export function Part({
  title,
  level: Heading = 'h2',
  note,
  actions,
  takesFocus,
  children,
}: {
  title: ReactNode
  level?: 'h2' | 'h3'
  /** Beside the heading. */
  note?: string | undefined
  actions?: ReactNode
  takesFocus?: boolean | string
  children: ReactNode
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading id={id} ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        {note && <p>{note}</p>}
        {actions}
      </div>
      {children}
    </section>
  )
}

/** The sections of a page, apart from each other. */
export const Parts = ({ children }: { children: ReactNode }) => <div className={styles.parts}>{children}</div>
