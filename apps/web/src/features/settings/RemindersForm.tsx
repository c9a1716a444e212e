import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { TextField } from '#ui/TextField.tsx'
import { SettingPart } from './SettingPart.tsx'
import { daysOf, type Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

const fields = {
  before: ['Hari sebelum tenggat', 'Dipisah koma, misalnya 14, 7, 3, 1. Pada hari tenggatnya selalu diingatkan.'],
  after: ['Hari sesudah tenggat', 'Dipisah koma, misalnya 1, 7.'],
  every: ['Sesudah itu lagi setiap (hari)', '0 bila tidak diulang.'],
  escalation: ['Kepala dan koordinator diberi tahu sesudah (hari)', '0 bila tidak diberi tahu.'],
} as const
type Name = keyof typeof fields

/** When people are told of what is due, of what is long overdue, and of what waits to be reviewed. */
export function RemindersForm({ reminders }: { reminders: Settings['reminders'] }) {
  const [draft, setDraft] = useState<Record<Name, string>>({
    before: reminders.before.join(', '),
    after: reminders.after.join(', '),
    every: String(reminders.every),
    escalation: String(reminders.escalation),
  })
  const [digest, setDigest] = useState(reminders.digest)
  const one = (text: string): number => daysOf(text)[0] ?? Number.NaN
  const checked = useSettingForm('reminders', {
    value: {
      ...{ before: daysOf(draft.before), after: daysOf(draft.after) },
      ...{ every: one(draft.every), escalation: one(draft.escalation), digest },
    },
    done: () => 'Pengingat disimpan.',
  })
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.wrongIn })
  return (
    <SettingPart
      title="Pengingat"
      note="Dikirim pagi hari pada hari kerja kepada operator yang laporannya belum dikirim. Setiap orang memilih sendiri di halaman Akun apakah ia juga menerimanya lewat surat elektronik."
      of={checked}
      action="Simpan pengingat"
    >
      {(Object.keys(fields) as Name[]).map(name => (
        <TextField
          key={name}
          label={fields[name][0]}
          hint={fields[name][1]}
          inputMode="numeric"
          maxLength={40}
          {...text(name)}
        />
      ))}
      <Checkbox
        label="Pemeriksa diberi tahu setiap pagi apa yang menunggu diperiksa"
        checked={digest}
        onChange={event => setDigest(event.target.checked)}
      />
    </SettingPart>
  )
}
