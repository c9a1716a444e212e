import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { TextField } from '#ui/TextField.tsx'
import { SettingPart } from './SettingPart.tsx'
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
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.wrongIn })
  const size = (name: 'report' | 'personDay', label: string, hint: string) => (
    <TextField label={label} hint={hint} inputMode="numeric" maxLength={9} {...text(name)} />
  )
  return (
    <SettingPart
      title="Berkas bukti"
      note="Satu berkas paling besar 25 MB. Batas awalnya cukup untuk bukti 80 kriteria LKE."
      of={checked}
      action="Simpan batas berkas"
    >
      {size('report', 'Satu laporan (MB)', 'Berkas yang dilepas atau diganti ikut terhitung, karena tetap tersimpan.')}
      {size('personDay', 'Satu orang dalam sehari (MB)', 'Di semua laporan, jabatan, dan kunci API miliknya.')}
    </SettingPart>
  )
}
