import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { TextField } from '#ui/TextField.tsx'
import { SettingPart } from './SettingPart.tsx'
import { type Settings, yearOf } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

const noYear = 'Tulis tahun dengan empat angka, misalnya 2025.'

/** The years as typed; one that cannot be read is no number. */
export function planYears({ from, to }: { from: string; to: string }) {
  const years = { from: yearOf(from), to: yearOf(to) }
  return {
    value: { from: years.from ?? Number.NaN, to: years.to ?? Number.NaN },
    unread: {
      'value.from': years.from === null ? noYear : undefined,
      'value.to': years.to === null ? noYear : undefined,
    },
  }
}

/** The years of the RPJMD and the Renstra, by which targets are asked. */
export function PlanForm({ plan }: { plan: Settings['plan'] }) {
  const [draft, setDraft] = useState({ from: String(plan.from), to: String(plan.to) })
  const { value, unread } = planYears(draft)
  const checked = useSettingForm('plan', {
    value,
    unread,
    done: () => `Masa rencana ${value.from} sampai ${value.to} disimpan.`,
  })
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.wrongIn })
  const year = (name: 'from' | 'to', label: string, hint?: string) => (
    <TextField label={label} hint={hint} inputMode="numeric" maxLength={4} {...text(name)} />
  )
  return (
    <SettingPart
      title="Masa RPJMD dan Renstra"
      note="Menentukan tahun-tahun target pada laporan yang mulai disusun sesudah ini. Laporan yang sudah dimulai, dikirim, atau disetujui tetap memakai masa lamanya, dan targetnya tidak dibawa ke masa yang baru."
      of={checked}
      action="Simpan masa rencana"
    >
      {year('from', 'Tahun pertama')}
      {year('to', 'Tahun terakhir', 'Tahun kelima, atau keenam bila ada tahun transisi.')}
    </SettingPart>
  )
}
