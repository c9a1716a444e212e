import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { FormProblem } from '#administration/FormProblem.tsx'
import { Part } from '#administration/Part.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { Button } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
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
  const { busy, failed, wrong, form, onSubmit, errorAt } = useContractForm('PUT /settings/:key', {
    body: () => ({ value: draft }),
    send: async () => {
      say(null)
      await save('region', { ...draft, name: draft.name.trim() })
      say('Data daerah disimpan.')
    },
  })
  return (
    <Part title="Daerah">
      <form ref={form} onSubmit={onSubmit} noValidate className={styles.form}>
        <TextField
          label="Nama daerah"
          hint="Tampil di kepala halaman dan di cetakan, misalnya Kabupaten Nunukan."
          value={draft.name}
          maxLength={120}
          onChange={event => setDraft({ ...draft, name: event.target.value })}
          error={errorAt('value.name')}
        />
        <SelectField
          label="Zona waktu"
          hint="Semua tenggat dan tanggal dibaca menurut zona ini."
          value={draft.zone}
          onChange={zone => setDraft({ ...draft, zone: zone as Zone })}
          options={zones}
          error={errorAt('value.zone')}
        />
        <FormProblem of={{ failed, wrong }} fields={['value']} />
        <Said said={said} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" busy={busy && 'Menyimpan…'}>
            Simpan data daerah
          </Button>
        </div>
      </form>
    </Part>
  )
}
