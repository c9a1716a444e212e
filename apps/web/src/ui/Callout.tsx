import type { ReactNode } from 'react'
import styles from './Callout.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons/Icon.tsx'

type Tone = 'info' | 'good' | 'warn' | 'wrong'
const icons: Record<Tone, IconName> = { info: 'info', good: 'check-circle', warn: 'alert', wrong: 'cross-circle' }

export interface CalloutProps {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Announced at once: for the result of a press. */
  live?: boolean
  /** One line, its title, that opens: where the page below is what people came for. */
  folded?: boolean
}

/** A notice in the place it belongs to; stays as long as it is true. */
export function Callout({ tone = 'info', title, children, actions, live, folded }: CalloutProps) {
  const look = cx(styles.callout, styles[tone])
  const more = (
    <>
      {children && <div>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </>
  )
  if (folded)
    return (
      <details className={cx(look, styles.folded)}>
        <summary className={styles.fold}>
          <Icon name={icons[tone]} size={18} />
          <span className={styles.title}>{title}</span>
          <Icon name="chevron-down" size={16} />
        </summary>
        <div className={styles.text}>{more}</div>
      </details>
    )
  return (
    <div className={look} role={live ? (tone === 'wrong' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {more}
      </div>
    </div>
  )
}
