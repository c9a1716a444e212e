import type { OutboxState } from '#sync/outbox/outbox.ts'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { goingWords, stuckWords } from '../attach/uploadWords.ts'
import type { UnsentFiles } from '../attach/useUnsentFiles.ts'

export interface SaveWords {
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
