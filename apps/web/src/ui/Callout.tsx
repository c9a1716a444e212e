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
}

/** A notice in the place it belongs to; stays as long as it is true. */
export function Callout({ tone = 'info', title, children, actions, live }: CalloutProps) {
  return (
    <div className={cx(styles.callout, styles[tone])} role={live ? (tone === 'wrong' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
