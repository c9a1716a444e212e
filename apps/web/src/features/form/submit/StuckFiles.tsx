import type { Upload } from '#sync/uploads/fileListOf.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { stuckWords } from '../attach/uploadWords.ts'
import styles from './SubmitCheck.module.css'

/** Files, and descriptions of attached ones, that did not go through: after submitting neither can change. */
export function StuckFiles({ files, onGo }: { files: readonly Upload[]; onGo: (anchor: string) => void }) {
  return (
    <Callout tone="warn" title={stuckWords(files)}>
      Kirim lagi atau batalkan dahulu: sesudah laporan dikirim, bukti dan keterangannya tidak dapat ditambah atau
      diubah.
      <ul className={styles.list}>
        {files.map(({ id, anchor, fileName }) => (
          <li key={id}>
            <Button kind="quiet" className={styles.go} onClick={() => onGo(anchor)}>
              {fileName}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
