import type { ReportType } from '@sepakat/rules/reportTypes.ts'
import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useState } from 'react'
import { Checkbox } from '#ui/Checkbox.tsx'
import { FieldGroup } from '#ui/Field.tsx'
import { SettingPart } from './SettingPart.tsx'
import type { Moves, Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

/** `Diisi, ditandatangani kepala, diperiksa, disetujui`: the workflow of a report of this type. */
const wayOf = ({ signing, secondReview }: Moves): string =>
  ['diisi', signing && 'ditandatangani kepala', 'diperiksa', secondReview && 'diperiksa kedua kali', 'disetujui']
    .filter(Boolean)
    .join(' → ')

/** Which steps a report takes between filling and approval, by report type. */
export function MovesForm({ moves }: { moves: Settings['moves'] }) {
  const [draft, setDraft] = useState(moves)
  const set = (type: ReportType, more: Partial<Moves>) => setDraft({ ...draft, [type]: { ...draft[type], ...more } })
  const checked = useSettingForm('moves', { value: draft, done: () => 'Langkah pemeriksaan disimpan.' })
  return (
    <SettingPart
      title="Langkah pemeriksaan"
      note="Laporan yang sedang menunggu tanda tangan atau pemeriksaan kedua menyelesaikan langkahnya dengan cara lama."
      of={checked}
      fields={[]}
      action="Simpan langkah"
    >
      {reportTypes.map(type => (
        <FieldGroup key={type} label={type.toUpperCase()} hint={wayOf(draft[type])}>
          <Checkbox
            label="Ditandatangani kepala perangkat daerah sebelum dikirim"
            checked={draft[type].signing}
            onChange={event => set(type, { signing: event.target.checked })}
          />
          <Checkbox
            label="Diperiksa kedua kali oleh orang lain sebelum disetujui"
            checked={draft[type].secondReview}
            onChange={event => set(type, { secondReview: event.target.checked })}
          />
        </FieldGroup>
      ))}
    </SettingPart>
  )
}
