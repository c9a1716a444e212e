import type { Row } from '@sepakat/rules'
import { useId } from 'react'
import { sizeWords } from '../../../lib/numbers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { fileFault, titleOf } from '../attach/fileFault.ts'
import type { Upload } from '../attach/fileList.ts'
import { useForm } from '../FormContext.ts'
import styles from './AttachmentLine.module.css'
import { UploadProgress } from './UploadProgress.tsx'

/** A file before it goes: what it is called, its number, date and page, what it proves; then how far it has come. */
export function UploadForm({ upload, row }: { upload: Upload; row: Row }) {
  const { uploads } = useForm()
  const errorId = useId()
  const { id, fileName, bytes, state, message, onPage, keeping } = upload
  const isOnItsWay = state === 'waiting'
  const fault = fileFault({ name: fileName, size: bytes })
  return (
    <form
      className={styles.upload}
      aria-label={`Berkas ${fileName}`}
      onSubmit={event => {
        event.preventDefault()
        uploads.start(id)
      }}
    >
      <span className={styles.facts}>
        {upload.replaces && 'Menggantikan berkas lama · '}
        {isOnItsWay && upload.title !== titleOf(fileName) && `${upload.title} · `}
        {fileName} · {sizeWords(bytes)}
        {state === 'ready' &&
          !onPage &&
          (keeping ? ' · menyimpan di perangkat ini…' : ' · di perangkat ini, belum dikirim')}
      </span>
      {!fault && !isOnItsWay && <DetailFields upload={upload} row={row} />}
      {!isOnItsWay && <PhotoChoice upload={upload} />}
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
      {isOnItsWay && <UploadProgress upload={upload} />}
      <span className={styles.actions}>
        {!fault && !isOnItsWay && (
          <Button type="submit" small kind="primary" whyNot={upload.title.trim() === '' && 'Beri judul dahulu.'}>
            {state === 'stuck' ? 'Coba unggah lagi' : 'Unggah'}
          </Button>
        )}
        <Button small kind="quiet" onClick={() => uploads.drop(id)}>
          Batalkan
        </Button>
      </span>
    </form>
  )
}

function DetailFields({ upload, row }: { upload: Upload; row: Row }) {
  const { uploads } = useForm()
  const describe = (details: Parameters<typeof uploads.describe>[1]) => uploads.describe(upload.id, details)
  return (
    <>
      <TextField
        label="Judul berkas"
        value={upload.title}
        maxLength={200}
        required
        onChange={event => describe({ title: event.target.value })}
      />
      <div className={styles.two}>
        <TextField
          label="Nomor dokumen"
          optional
          value={upload.number}
          maxLength={120}
          onChange={event => describe({ number: event.target.value })}
        />
        <TextField
          label="Halaman"
          optional
          value={upload.page}
          maxLength={40}
          onChange={event => describe({ page: event.target.value })}
        />
      </div>
      <DateField label="Tanggal dokumen" optional value={upload.date} onChange={day => describe({ date: day ?? '' })} />
      <ProvesField upload={upload} row={row} />
    </>
  )
}

/** A photograph was made smaller; the person may send what the camera made. */
function PhotoChoice({ upload: { id, bytes, photo } }: { upload: Upload }) {
  const { uploads } = useForm()
  if (!uploads.hasOriginal(id))
    return photo && <span className={styles.facts}>Foto diperkecil dari {sizeWords(photo)}.</span>
  return (
    <Checkbox
      label="Kirim foto aslinya"
      hint={
        photo
          ? `Foto diperkecil dari ${sizeWords(photo)} agar cepat terkirim; tulisan tetap terbaca.`
          : `Foto asli ${sizeWords(bytes)}: lebih lama terkirim.`
      }
      checked={photo === null}
      onChange={event => uploads.choose(id, event.target.checked ? 'original' : 'smaller')}
    />
  )
}

/** Which answer of the row the file proves; a file put in another's place proves what that one did. */
function ProvesField({ upload, row }: { upload: Upload; row: Row }) {
  const { uploads } = useForm()
  const key = `/${row.table}/${row.id}`
  if (upload.replaces) return null
  const options = [
    { value: key, label: 'Seluruh baris' },
    ...(row.states.length > 0 ? [{ value: `${key}/state`, label: 'Keadaan yang dinyatakan' }] : []),
    ...Object.entries(row.fields).map(([field, label]) => ({ value: `${key}/${field}`, label })),
  ]
  return (
    <SelectField
      label="Membuktikan"
      options={options}
      value={upload.anchor}
      onChange={anchor => uploads.describe(upload.id, { anchor })}
    />
  )
}
