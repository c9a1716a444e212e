import type { Row } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { fileWarningWords } from '#submissions/fileWarningWords.ts'
import { useDates } from '#sync/session/me.tsx'
import { addressOf } from '#sync/transport/api.ts'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { detailsOfAttached } from '#sync/uploads/uploads.ts'
import type { FileDetails } from '#sync/uploads/waitingFile.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { late } from '#ui/late.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { useForm, useSubmission } from '../FormContext.ts'
import type { Attachment } from '../model/beside.ts'
import { AttachmentActions } from './AttachmentActions.tsx'
import styles from './EvidenceFile.module.css'
import { focusEvidence } from './Part.tsx'
import { PendingFile } from './PendingFile.tsx'

/** An attached file: its name as a link, and its details. */
function AttachmentHead({ file, row, open }: { file: Attachment; row: Row; open: boolean }) {
  const submission = useSubmission()
  const { names } = useForm()
  const dates = useDates()
  const address = addressOf('GET /submissions/:id/attachments/:attachment/content', {
    params: { id: submission.id, attachment: file.id },
  })
  const facts = [file.number, file.date && shortDay(file.date), file.page && `hal. ${file.page}`, sizeWords(file.bytes)]
  const field = file.anchor.split('/')[3]
  return (
    <>
      <a href={address} target="_blank" rel="noreferrer" className={styles.name}>
        <Icon name="file" size={16} />
        {file.title} <span className="visually-hidden">(buka di tab baru)</span>
      </a>
      <span className={styles.facts}>
        {facts.filter(Boolean).join(' · ')}
        {field !== undefined && ` · untuk ${names().fieldLabel(row.table, row.id, field)}`}
      </span>
      <span className={styles.facts}>
        {file.by.name}, {dates.short(file.at)}
      </span>
      {fileWarningWords(file.warnings).map(words => (
        <Callout key={words} tone="warn">
          {words}
          {open &&
            ' Agar angkanya tetap, putuskan tautannya di Excel (Data, lalu Edit Tautan), simpan, lalu ganti berkas ini.'}
        </Callout>
      ))}
    </>
  )
}

const FileDetailFields = late(async () => (await import('./FileDetailFields.tsx')).FileDetailFields)

/**
 * One file, being uploaded or attached: its description can be edited all the while, so it is one element from the choice on.
 * `upload`: the part of it that the server does not have yet.
 */
export function EvidenceFile(props: {
  file: Attachment | undefined
  upload: Upload | undefined
  open: boolean
  row: Row
}) {
  const { file, upload, open, row } = props
  const { uploads } = useForm()
  const details = useId()
  const [shown, setShown] = useState(file === undefined)
  const name = file?.fileName ?? upload?.fileName ?? ''
  const replaced = uploads.all().some(({ replaces, state }) => replaces === (file ?? upload)?.id && state !== 'stuck')
  const said = !replaced && open && (file !== undefined || upload?.refused !== true)
  const item = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const inHand = item.current
    return () => {
      if (inHand?.contains(document.activeElement)) focusEvidence()
    }
  }, [])
  return (
    <li ref={item} className={shown || !file ? styles.shown : styles.file}>
      {file && <AttachmentHead file={file} row={row} open={open} />}
      {upload && <PendingFile upload={upload} attached={file !== undefined} />}
      {replaced && <span className={styles.facts}>Segera diganti oleh berkas lain yang sedang dikirim.</span>}
      {said && shown && (
        <form
          id={details}
          className={styles.fields}
          aria-label={`Berkas ${name}`}
          onSubmit={event => event.preventDefault()}
        >
          <FileDetailFields file={file} upload={upload} row={row} />
        </form>
      )}
      {open && <PhotoChoice file={file} upload={upload} />}
      {file && open && (
        <span className={styles.actions}>
          {said && (
            <Button
              small
              kind="quiet"
              aria-expanded={shown}
              aria-controls={shown ? details : undefined}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Tutup keterangan' : 'Ubah keterangan'} <span className="visually-hidden">{file.title}</span>
            </Button>
          )}
          <AttachmentActions file={file} />
        </span>
      )}
    </li>
  )
}

/** A photograph was scaled down; the user may send the original in its place, during the upload or later. */
function PhotoChoice({ file, upload }: { file: Attachment | undefined; upload: Upload | undefined }) {
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
