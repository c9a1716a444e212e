import { useOnline } from '#sync/transport/online.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { useOutbox } from '../FormContext.ts'
import { useUnsentFiles } from '../useUnsentFiles.ts'
import styles from './SaveState.module.css'
import { saveWords } from './saveWords.ts'

/** Save state of the answers; announced, unless it is the second of two on the page. */
export function SaveState({ quiet }: { quiet?: boolean }) {
  const { tone, text } = saveWords(useOutbox(), useUnsentFiles(), useOnline())
  return (
    <span className={styles.state} data-tone={tone} role={quiet ? undefined : 'status'}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'refresh' : 'alert'} size={16} />
      {text}
    </span>
  )
}
