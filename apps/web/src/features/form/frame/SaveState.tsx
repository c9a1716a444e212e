import { Link } from 'react-router'
import { useOwnSaveState } from '#sync/saveState.ts'
import { useOnline } from '#sync/transport/online.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import { useUnsentFiles } from '../attach/useUnsentFiles.ts'
import { useOutbox } from '../FormContext.ts'
import styles from './SaveState.module.css'
import { saveWords } from './saveWords.ts'

/** Where the answers and files of this report are; announced. */
export function SaveState() {
  useOwnSaveState()
  const { tone, text, undecided } = saveWords(useOutbox(), useUnsentFiles(), useOnline())
  return (
    <span className={styles.state} data-tone={tone} role="status">
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'refresh' : 'alert'} size={16} />
      {undecided ? <Link to={paths.unsent()}>{text}</Link> : text}
    </span>
  )
}
