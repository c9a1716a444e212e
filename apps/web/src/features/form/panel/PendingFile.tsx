import { useId } from 'react'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { Button } from '#ui/Button.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { useForm } from '../FormContext.ts'
import styles from './EvidenceFile.module.css'
import { focusEvidence } from './Part.tsx'
import { UploadProgress } from './UploadProgress.tsx'

/** What the server does not have yet: the upload's progress, or an unsaved description; and why it is not sent. */
export function PendingFile({ upload, attached }: { upload: Upload; attached: boolean }) {
  const { uploads } = useForm()
  const errorId = useId()
  const { id, fileName, bytes, state, message, onPage, refused } = upload
  function again(): void {
    uploads.start(id)
    focusEvidence()
  }
  function callOff(): void {
    uploads.drop(id)
    focusEvidence()
  }
  return (
    <>
      {!attached && (
        <span className={styles.facts}>
          {upload.replaces && 'Menggantikan berkas lama · '}
          {fileName} · {sizeWords(bytes)}
        </span>
      )}
      {state !== 'stuck' && <UploadProgress upload={upload} />}
      {message && (
        <span id={errorId} className={styles.wrong} role="alert">
          {state === 'stuck' && 'Perlu tindakan Anda: '}
          {message}
        </span>
      )}
      {onPage && (
        <span className={styles.warn} role="alert">
          {onPage}
        </span>
      )}
      {(!attached || state === 'stuck') && (
        <span className={styles.actions}>
          {state === 'stuck' && !refused && (
            <Button small onClick={again} aria-describedby={message ? errorId : undefined}>
              Coba kirim lagi
            </Button>
          )}
          <Button small kind="quiet" onClick={callOff}>
            Batalkan <span className="visually-hidden">{attached ? 'perubahan keterangan' : fileName}</span>
          </Button>
        </span>
      )}
    </>
  )
}
