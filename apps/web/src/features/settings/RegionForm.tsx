import { useState } from 'react'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#administration/Part.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import type { Settings, Zone } from './settingsOf.ts'
import { useSaveSetting } from './useSaveSetting.ts'

const zones = [
  { value: 'Asia/Jakarta', label: 'Indonesia Barat (WIB)' },
  { value: 'Asia/Makassar', label: 'Indonesia Tengah (WITA)' },
  { value: 'Asia/Jayapura', label: 'Indonesia Timur (WIT)' },
]

export function RegionForm({ region }: { region: Settings['region'] }) {
  const save = useSaveSetting()
  const { said, say } = useSaid()
  const [draft, setDraft] = useState(region)
  const checked = useContractForm('PUT /settings/:key', {
    body: () => ({ value: draft }),
    send: async () => {
      say(null)
      await save('region', { ...draft, name: draft.name.trim() })
      say('Data daerah disimpan.')
    },
  })
  return (
    <Part title="Daerah">
      <PageForm of={checked} fields={['value']} action="Simpan data daerah" said={said}>
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
