import type { Upload } from '#sync/uploads/fileListOf.ts'
import { detailsOfAttached } from '#sync/uploads/uploads.ts'
import type { FileDetails } from '#sync/uploads/waitingFile.ts'
import { Button } from '#ui/Button.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { useForm } from '../FormContext.ts'
import type { Attachment } from '../model/beside.ts'
import styles from './EvidenceFile.module.css'
import { focusEvidence } from './Part.tsx'

/** A photograph was scaled down; the user may send the original in its place, during the upload or later. */
export function PhotoChoice({ file, upload }: { file: Attachment | undefined; upload: Upload | undefined }) {
  const { uploads } = useForm()
  const id = (file ?? upload)?.id
  const details = upload ?? (file && detailsOfAttached(file))
  if (id === undefined || !details) return null
  if (!uploads.hasOriginal(id))
    return upload?.photo ? <span className={styles.facts}>Foto diperkecil dari {sizeWords(upload.photo)}.</span> : null
  function choose(of: string, said: FileDetails): void {
    void uploads.sendOriginal(of, said)
    focusEvidence()
  }
  return (
    <span className={styles.facts}>
      {upload?.photo ? `Foto diperkecil dari ${sizeWords(upload.photo)}` : 'Foto ini diperkecil'} agar cepat terkirim;
      tulisan tetap terbaca.{' '}
      <Button small kind="quiet" onClick={() => choose(id, details)}>
        Kirim foto asli
      </Button>
    </span>
  )
}
