import type { FieldId, Row } from '@sepakat/rules'
import { useSyncExternalStore } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { acceptedFiles, acceptedWords } from '../attach/fileFault.ts'
import { useBeside, useForm, useKey } from '../FormContext.ts'
import { rowKey } from '../model/viewStore.ts'
import { AttachmentLine } from './AttachmentLine.tsx'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'
import { UploadForm } from './UploadForm.tsx'

/** The files that prove the row and its answers, and the way to add more. */
export function Evidence({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { uploads } = useForm()
  const key = rowKey({ table: row.table, row: row.id })
  const files = useBeside().files.get(key) ?? []
  const open = useKey('access', store => store.isWritable(key))
  const subscribe = (listener: () => void) => uploads.on('uploads', listener)
  const preparing = useSyncExternalStore(subscribe, uploads.preparing)
  const pending = useSyncExternalStore(subscribe, uploads.all).filter(
    upload => upload.anchor === key || upload.anchor.startsWith(`${key}/`),
  )
  const anchor = useProofAnchor(row, field)
  if (!open && files.length === 0) return null
  return (
    <Part title={`Bukti dukung${files.length > 0 ? ` (${files.length})` : ''}`} id="evidence">
      {files.length > 0 && (
        <ul className={styles.list}>
          {files.map(file => (
            <AttachmentLine key={file.id} file={file} open={open} row={row} />
          ))}
        </ul>
      )}
      {pending.map(upload => (
        <UploadForm key={upload.id} upload={upload} row={row} />
      ))}
      {preparing > 0 && <span role="status">Menyiapkan {preparing} berkas…</span>}
      {open && (
        <FileDrop
          label="Pilih berkas bukti"
          hint={`Atau seret berkas ke sini atau ke barisnya. ${acceptedWords}.`}
          accept={acceptedFiles}
          multiple
          onFiles={chosen => void uploads.add(anchor, chosen)}
        />
      )}
    </Part>
  )
}

/** A file chosen while a state or an answer with a wrong finding is in hand proves that; else the row. */
function useProofAnchor(row: Row, field: FieldId | undefined): string {
  const key = rowKey({ table: row.table, row: row.id })
  const state = useKey(`cell ${key}/state`, store => store.cell(`${key}/state`))
  return typeof state === 'string' &&
    row.states.some(one => one === state) &&
    (field === undefined || field === 'state' || field === 'reason')
    ? `${key}/state`
    : key
}
