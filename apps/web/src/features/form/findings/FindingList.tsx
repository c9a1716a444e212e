import type { Finding } from '@sepakat/rules'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { useForm } from '../FormContext.ts'
import styles from './FindingList.module.css'
import { PlaceButton } from './PlaceButton.tsx'

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
            <PlaceButton where={named.anchor(finding.at)} said={finding.message} onGo={() => onGo(finding.at)} />
          )}
        </li>
      ))}
    </ul>
  )
}
