import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import type { Upload } from '../attach/fileList.ts'
import { useForm } from '../FormContext.ts'
import styles from './HandIn.module.css'

/** Files that were chosen and not sent, or did not go through: once the report is handed in nothing can be attached. */
export function UndecidedFiles({ files, onGo }: { files: readonly Upload[]; onGo: (anchor: string) => void }) {
  const { uploads } = useForm()
  const ready = files.filter(({ state, title }) => state === 'ready' && title.trim() !== '')
  return (
    <Callout
      tone="warn"
      title={`${files.length} berkas belum diunggah`}
      actions={
        ready.length > 0 && (
          <Button
            small
            onClick={() => {
              for (const { id } of ready) uploads.start(id)
            }}
          >
            Unggah {ready.length === files.length ? 'semuanya' : `${ready.length} berkas yang siap`}
          </Button>
        )
      }
    >
      Unggah atau batalkan dahulu: sesudah laporan dikirim, bukti tidak dapat ditambahkan.
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
