import type { FieldId, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { acceptedFiles, acceptedWords } from '#sync/uploads/fileFault.ts'
import { useSignal } from '#sync/useSignal.ts'
import { FileDrop } from '#ui/FileDrop.tsx'
import { useBeside, useForm, useKey } from '../FormContext.ts'
import { EvidenceFile } from './EvidenceFile.tsx'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** The files that prove the row and its answers, with those being uploaded, and the buttons to add more. */
export function Evidence({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { uploads } = useForm()
  const key = rowAt(row)
  const files = useBeside().files.get(key) ?? []
  const open = useKey('access', store => store.isWritable(key))
  const preparing = useSignal(uploads, 'uploads', uploads.preparing)
  const all = useSignal(uploads, 'uploads', uploads.all)
  const attached = new Set(files.map(({ id }) => id))
  const pending = all.filter(({ id, anchor }) => !attached.has(id) && (anchor === key || anchor.startsWith(`${key}/`)))
  const anchor = useProofAnchor(row, field)
  if (!open && files.length === 0 && pending.length === 0) return null
  return (
    <Part title={`Bukti dukung${files.length > 0 ? ` (${files.length})` : ''}`} id="evidence">
      {files.length + pending.length > 0 && (
        <ul className={styles.list}>
          {[
            ...files.map(file => ({ id: file.id, file, upload: all.find(({ id }) => id === file.id) })),
            ...pending.map(upload => ({ id: upload.id, file: undefined, upload })),
          ].map(one => (
            <EvidenceFile key={one.id} {...one} open={open} row={row} />
          ))}
        </ul>
      )}
      {preparing > 0 && <span role="status">Menyiapkan {preparing} berkas…</span>}
      {open && (
        <FileDrop
          label="Pilih berkas bukti"
          hint={`Atau seret berkas ke sini atau ke barisnya, atau tempelkan; langsung dikirim. ${acceptedWords}.`}
          accept={acceptedFiles}
          multiple
          onFiles={chosen => void uploads.add(anchor, chosen)}
        />
      )}
    </Part>
  )
}

/** A file chosen while a state or an answer with an error is current proves that; else the row. */
function useProofAnchor(row: Row, field: FieldId | undefined): string {
  const key = rowAt(row)
  const state = useKey(`cell ${key}/state`, store => store.cell(`${key}/state`))
  return typeof state === 'string' &&
    row.states.some(one => one === state) &&
    (field === undefined || field === 'state' || field === 'reason')
    ? `${key}/state`
    : key
}
