import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons/Icon.tsx'
import styles from './Tag.module.css'

export type TagTone = 'neutral' | 'info' | 'good' | 'warn' | 'wrong'

export interface TagProps {
  tone?: TagTone
  icon?: IconName
  children: ReactNode
}

/** A word that qualifies its neighbour: always a word, with an icon where colour means something. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className={cx(styles.tag, tone !== 'neutral' && styles[tone])}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}

/** Beside every value imported from before the system. */
export const ArchiveTag = () => <Tag tone="warn">{archiveMark}</Tag>
