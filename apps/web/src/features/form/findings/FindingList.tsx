import type { Finding } from '@sepakat/rules'
import { Button } from '#ui/Button.tsx'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { useForm } from '../FormContext.ts'
import styles from './FindingList.module.css'

const icons: Record<string, IconName> = { wrong: 'cross-circle', explain: 'alert', empty: 'circle', notice: 'info' }

/** Findings, each linking to its answer. */
export function FindingList({ findings, onGo }: { findings: readonly Finding[]; onGo: (anchor: string) => void }) {
  const { names } = useForm()
  const named = names()
  return (
    <ul className={styles.list}>
      {findings.map(finding => (
        <li key={`${finding.code} ${finding.at}`} className={styles.item} data-level={finding.level}>
          <Icon name={icons[finding.level] ?? 'info'} size={16} />
          {finding.at === '' ? (
            <span>{finding.message}</span>
          ) : (
            <Button kind="quiet" className={styles.go} onClick={() => onGo(finding.at)}>
              <span className={styles.where}>{named.anchor(finding.at)}</span>
              <span className={styles.message}>{finding.message}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
