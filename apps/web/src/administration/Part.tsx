import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './Admin.module.css'

/** A section of a page with its heading. `takesFocus`: it replaced the pressed button, so reading continues here. */
export function Part({
  title,
  actions,
  takesFocus,
  children,
}: {
  title: string
  actions?: ReactNode
  takesFocus?: boolean
  children: ReactNode
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
