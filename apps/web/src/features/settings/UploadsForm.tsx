import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#ui/Part.tsx'
import { TextField } from '#ui/TextField.tsx'
import { megabytesOf, type Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

const noSize = 'Tulis angka bulat antara 50 dan 1.000.000, misalnya 5000.'

/** Limits: how much a report may hold, and how much a person may attach in a day. */
export function UploadsForm({ uploads }: { uploads: Settings['uploads'] }) {
  const [draft, setDraft] = useState({ report: String(uploads.report), personDay: String(uploads.personDay) })
  const [report, personDay] = [megabytesOf(draft.report), megabytesOf(draft.personDay)]
  const checked = useSettingForm('uploads', {
    value: { report: report ?? Number.NaN, personDay: personDay ?? Number.NaN },
    unread: {
      'value.report': report === null ? noSize : undefined,
      'value.personDay': personDay === null ? noSize : undefined,
    },
    done: () => 'Batas berkas bukti disimpan.',
  })
  const size = (name: 'report' | 'personDay', label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      value={draft[name]}
      maxLength={9}
      onChange={event => setDraft({ ...draft, [name]: event.target.value })}
      error={checked.errorAt(`value.${name}`)}
    />
  )
  return (
    <Part title="Berkas bukti">
      <p className={styles.note}>Satu berkas paling besar 25 MB. Batas awalnya cukup untuk bukti 80 kriteria LKE.</p>
      <PageForm of={checked} fields={['value']} action="Simpan batas berkas" said={checked.said}>
        {size(
          'report',
          'Satu laporan (MB)',
          'Berkas yang dilepas atau diganti ikut terhitung, karena tetap tersimpan.',
        )}
        {size('personDay', 'Satu orang dalam sehari (MB)', 'Di semua laporan, jabatan, dan kunci API miliknya.')}
      </PageForm>
    </Part>
  )
}
