import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import type { Upload } from '../attach/fileList.ts'
import styles from './HandIn.module.css'

/** Files that did not go through: once the report is handed in nothing can be attached. */
export function StuckFiles({ files, onGo }: { files: readonly Upload[]; onGo: (anchor: string) => void }) {
  return (
    <Callout tone="warn" title={`${files.length} berkas tidak terkirim`}>
      Kirim lagi atau batalkan dahulu: sesudah laporan dikirim, bukti tidak dapat ditambahkan.
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
