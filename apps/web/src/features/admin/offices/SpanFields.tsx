import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../Admin.module.css'
import { OfficeField } from '../OfficeField.tsx'
import type { SpanDraft } from './spanDraft.ts'

export const spanFields = ['name', 'shortName', 'parent', 'urusan', 'from']

/** `self`: the office itself, which is not offered as its own parent. */
export function SpanFields({
  span,
  onChange,
  errorAt,
  self,
}: {
  span: SpanDraft
  onChange: (span: SpanDraft) => void
  errorAt: (field: string) => string | undefined
  self?: string
}) {
  const set = (more: Partial<SpanDraft>) => onChange({ ...span, ...more })
  return (
    <>
      <TextField
        label="Nama lengkap"
        hint="Seperti di peraturan daerah."
        value={span.name}
        maxLength={200}
        onChange={event => set({ name: event.target.value })}
        error={errorAt('name')}
      />
      <div className={styles.fields}>
        <TextField
          label="Nama pendek"
          optional
          hint="Dipakai di tabel yang sempit."
          value={span.shortName}
          maxLength={40}
          onChange={event => set({ shortName: event.target.value })}
          error={errorAt('shortName')}
        />
        <TextField
          label="Urusan"
          optional
          hint="Kode bidang urusan, dipisah koma, misalnya 1.02, 2.08."
          value={span.urusan}
          onChange={event => set({ urusan: event.target.value })}
          error={errorAt('urusan')}
        />
      </div>
      <OfficeField
        label="Induk"
        optional
        hint="Kosongkan bila langsung di bawah kepala daerah."
        clearable
        without={self}
        value={span.parent}
        onChange={parent => set({ parent })}
        error={errorAt('parent')}
      />
      <DateField
        label="Berlaku mulai tanggal"
        value={span.from ?? ''}
        onChange={from => set({ from })}
        error={errorAt('from')}
      />
    </>
  )
}
