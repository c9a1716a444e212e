import styles from '#administration/Admin.module.css'
import { type DraftProps, draftFields } from '#administration/draftFields.ts'
import { OfficeField } from '#administration/OfficeField.tsx'
import { DateField } from '#ui/DateField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { SpanDraft } from './spanDraft.ts'

export const spanFields = ['name', 'shortName', 'parent', 'urusan', 'from']

/** `self`: the office itself, excluded as its own parent. */
export function SpanFields({
  self,
  ...props
}: DraftProps<SpanDraft> & {
  self?: string
}) {
  const { field, text, date } = draftFields(props)
  return (
    <>
      <TextField label="Nama lengkap" hint="Seperti di peraturan daerah." maxLength={200} {...text('name')} />
      <div className={styles.fields}>
        <TextField
          label="Nama pendek"
          optional
          hint="Dipakai di tabel yang sempit."
          maxLength={40}
          {...text('shortName')}
        />
        <TextField
          label="Urusan"
          optional
          hint="Kode bidang urusan, dipisah koma, misalnya 1.02, 2.08."
          {...text('urusan')}
        />
      </div>
      <OfficeField
        label="Induk"
        optional
        hint="Kosongkan bila langsung di bawah kepala daerah."
        clearable
        without={self}
        {...field('parent')}
      />
      <DateField label="Berlaku mulai tanggal" {...date('from')} />
    </>
  )
}
