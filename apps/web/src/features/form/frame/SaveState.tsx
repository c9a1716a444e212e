import { Link } from 'react-router'
import type { OutboxState } from '#sync/outbox/outbox.ts'
import { useOwnSaveState } from '#sync/saveState.ts'
import { useOnline } from '#sync/transport/online.ts'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import { goingWords, stuckWords } from '../attach/uploadWords.ts'
import { type UnsentFiles, useUnsentFiles } from '../attach/useUnsentFiles.ts'
import { useOutbox } from '../FormContext.ts'
import styles from './SaveState.module.css'

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

interface SaveWords {
  text: string
  tone: 'good' | 'info' | 'warn'
  /** Something waits for a decision, which the list of what is unsent offers. */
  undecided?: boolean
}

/** Where the answers and files are: on the server, being sent, on this device until the server has them, or pending a decision. */
export function saveWords(
  { waiting, stuck, failure, onPage }: OutboxState,
  files: UnsentFiles<Pick<Upload, 'unsaid'>>,
  online: boolean,
  deviceKeeps = keepsOnDevice(),
): SaveWords {
  if (stuck > 0) return { text: `${stuck} isian perlu Anda putuskan`, tone: 'warn', undecided: true }
  if (onPage > 0)
    return { text: `${onPage} isian hanya ada di halaman ini, jangan tutup sebelum tersimpan`, tone: 'warn' }
  if (waiting === 0 && files.stuck.length > 0) return { text: stuckWords(files.stuck), tone: 'warn' }
  if (waiting === 0 && files.waiting > 0) return { text: goingWords(files, online), tone: 'info' }
  if (waiting === 0) return { text: 'Semua tersimpan', tone: 'good' }
  if (failure !== null) {
    const until = online ? 'belum terkirim, dicoba lagi' : 'menunggu jaringan'
    return {
      text: deviceKeeps
        ? `Tersimpan di perangkat ini · ${waiting} isian ${until}`
        : `${waiting} isian ${until}: jangan tutup halaman ini`,
      tone: 'warn',
    }
  }
  return { text: 'Menyimpan…', tone: 'info' }
}
