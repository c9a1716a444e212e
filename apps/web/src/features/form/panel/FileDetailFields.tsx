import type { Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import type { ComponentProps } from 'react'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { detailsOfAttached } from '#sync/uploads/uploads.ts'
import type { FileDetails } from '#sync/uploads/waitingFile.ts'
import { DateField } from '#ui/DateField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useForm } from '../FormContext.ts'
import type { Attachment } from '../model/beside.ts'
import styles from './EvidenceFile.module.css'
import { useTyped } from './useTyped.ts'

const none: FileDetails = { anchor: '', title: '', number: '', date: '', page: '' }

/** The description of a file, uploading or attached: each field is saved on leaving it or on a pause in typing. */
export function FileDetailFields({
  file,
  upload,
  row,
}: {
  file: Attachment | undefined
  upload: Upload | undefined
  row: Row
}) {
  const { uploads } = useForm()
  const details = upload ?? (file ? detailsOfAttached(file) : none)
  const id = (upload ?? file)?.id ?? ''
  const describe = (more: Partial<FileDetails>) => uploads.describe(id, more, file)
  return (
    <>
      <LeftTextField
        label="Judul berkas"
        value={details.title}
        maxLength={200}
        required
        onLeft={title => describe({ title })}
      />
      <div className={styles.two}>
        <LeftTextField
          label="Nomor dokumen"
          optional
          value={details.number}
          maxLength={120}
          onLeft={number => describe({ number })}
        />
        <LeftTextField
          label="Halaman"
          optional
          value={details.page}
          maxLength={40}
          onLeft={page => describe({ page })}
        />
      </div>
      <DayField value={details.date} onLeft={date => describe({ date })} />
      {!(file ?? upload)?.replaces && (
        <ProvesField anchor={details.anchor} row={row} onChange={anchor => describe({ anchor })} />
      )}
    </>
  )
}

// the years the server accepts
const isFar = (day: string | null | undefined) => !!day && (day < '1900' || day >= '2200')

function DayField({ value, onLeft }: { value: string; onLeft: (day: string) => void }) {
  const { typed, setTyped, leave } = useTyped<string | null>(value, day => (isFar(day) ? null : day), onLeft)
  return (
    <DateField
      label="Tanggal dokumen"
      optional
      value={typed === undefined ? value : (typed ?? '')}
      error={isFar(typed) ? 'Tulis tahun antara 1900 dan 2199.' : undefined}
      onChange={setTyped}
      onBlur={leave}
    />
  )
}

/** Which answer of the row the file proves; a replacement proves what its predecessor did. */
function ProvesField({ anchor, row, onChange }: { anchor: string; row: Row; onChange: (anchor: string) => void }) {
  const key = rowAt(row)
  const options = [
    { value: key, label: 'Seluruh baris' },
    ...(row.states.length > 0 ? [{ value: `${key}/state`, label: 'Keadaan yang dinyatakan' }] : []),
    ...Object.entries(row.fields).map(([field, label]) => ({ value: `${key}/${field}`, label })),
  ]
  return <SelectField label="Membuktikan" options={options} value={anchor} onChange={onChange} />
}

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: string
  /** Called with the trimmed text, where that differs from `value`. */
  onLeft: (text: string) => void
}

/** A text saved on leaving its field, by whatever way, or on a pause in typing. */
function LeftTextField({ value, onLeft, required, ...field }: Props) {
  const fit = (text: string) => (required && text.trim() === '' ? null : text.trim())
  const { typed, setTyped, leave } = useTyped(value, fit, onLeft)
  const lacks = typed !== undefined && fit(typed) === null
  return (
    <TextField
      {...field}
      value={typed ?? value}
      required={required}
      error={lacks ? 'Beri judul: berkas dicari dengan judulnya.' : undefined}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
