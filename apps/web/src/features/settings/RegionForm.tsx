import { useState } from 'react'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Settings, Zone } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

const zones = [
  { value: 'Asia/Jakarta', label: 'Indonesia Barat (WIB)' },
  { value: 'Asia/Makassar', label: 'Indonesia Tengah (WITA)' },
  { value: 'Asia/Jayapura', label: 'Indonesia Timur (WIT)' },
]

export function RegionForm({ region }: { region: Settings['region'] }) {
  const [draft, setDraft] = useState(region)
  const checked = useSettingForm('region', {
    value: { ...draft, name: draft.name.trim() },
    done: () => 'Data daerah disimpan.',
  })
  return (
    <Part title="Daerah">
      <PageForm of={checked} fields={['value']} action="Simpan data daerah" said={checked.said}>
        <TextField
          label="Nama daerah"
          hint="Tampil di kepala halaman dan di cetakan, misalnya Kabupaten Nunukan."
          value={draft.name}
          maxLength={120}
          onChange={event => setDraft({ ...draft, name: event.target.value })}
          error={checked.errorAt('value.name')}
        />
        <SelectField
          label="Zona waktu"
          hint="Semua tenggat dan tanggal dibaca menurut zona ini."
          value={draft.zone}
          onChange={zone => setDraft({ ...draft, zone: zone as Zone })}
          options={zones}
          error={checked.errorAt('value.zone')}
        />
      </PageForm>
    </Part>
  )
}
