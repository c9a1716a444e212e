import { editionTypes } from '@sepakat/rules/editions/editionTypes.ts'
import { editionTypeLabels } from '@sepakat/rules/editions/editionWords.ts'
import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { asked, waits } from '#administration/seconding.ts'
import { WaitingOf } from '#administration/WaitingOf.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { SettingPart } from './SettingPart.tsx'
import { type Settings, whatsappOf, type Zone } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

/** The contact shown on the sign-in page and with every error. */
export function ContactForm({ contact }: { contact: Settings['contact'] }) {
  const [draft, setDraft] = useState(contact)
  const value = { name: draft.name.trim(), whatsapp: whatsappOf(draft.whatsapp) }
  const checked = useSettingForm('contact', {
    value,
    done: () => {
      setDraft(value)
      return 'Narahubung disimpan.'
    },
  })
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.wrongIn })
  return (
    <SettingPart
      title="Narahubung"
      note="Disebut di halaman masuk dan di setiap pesan kesalahan."
      of={checked}
      action="Simpan narahubung"
    >
      <TextField
        label="Nama narahubung"
        hint="Koordinator atau bagian yang menjawab pertanyaan."
        maxLength={120}
        {...text('name')}
      />
      <TextField
        label="Nomor WhatsApp"
        hint="Boleh ditulis 0812 3456 7890; disimpan sebagai +62…"
        type="tel"
        maxLength={24}
        {...text('whatsapp')}
      />
    </SettingPart>
  )
}

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
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.wrongIn })
  return (
    <SettingPart title="Daerah" of={checked} action="Simpan data daerah">
      <TextField
        label="Nama daerah"
        hint="Tampil di kepala halaman dan di cetakan, misalnya Kabupaten Nunukan."
        maxLength={120}
        {...text('name')}
      />
      <SelectField
        label="Zona waktu"
        hint="Semua tenggat dan tanggal dibaca menurut zona ini."
        value={draft.zone}
        onChange={zone => setDraft({ ...draft, zone: zone as Zone })}
        options={zones}
        error={checked.wrongIn('zone')}
      />
    </SettingPart>
  )
}

/** Whether rights over reports take two people. Changing it takes two as well. */
export function DutiesForm({ duties }: { duties: Settings['duties'] }) {
  const [second, setSecond] = useState(duties.second)
  const checked = useSettingForm('duties', {
    value: { second },
    done: saved => {
      if (waits(saved)) setSecond(duties.second)
      return waits(saved) ? asked('Perubahan ini') : 'Persetujuan kedua disimpan.'
    },
  })
  return (
    <SettingPart
      title="Persetujuan kedua"
      note="Jabatan dan kunci yang membaca atau menyetujui laporan, mengangkat dan menonaktifkan pengelola atau pejabat pengesah, serta induk lain, penggabungan, dan pemecahan perangkat daerah baru berlaku setelah disetujui pengelola lain atau pejabat pengesah. Selama belum ada yang dapat menyetujui, permintaan langsung berlaku dan terlihat oleh pengawas. Pengaturan ini pun diubah oleh dua orang."
      of={checked}
      fields={[]}
      action="Simpan persetujuan kedua"
    >
      <Checkbox
        label="Hak atas laporan memerlukan persetujuan kedua"
        checked={second}
        onChange={event => setSecond(event.target.checked)}
      />
      <WaitingOf acts={['setting']} />
    </SettingPart>
  )
}

/** Which of the regency's own reports the Inspektorat reviews before they are approved. */
export function EditionsForm({ editions }: { editions: Settings['editions'] }) {
  const [reviewed, setReviewed] = useState<readonly string[]>(editions.reviewed)
  const checked = useSettingForm('editions', {
    value: { reviewed: editionTypes.filter(type => reviewed.includes(type)) },
    done: () => 'Reviu laporan kabupaten disimpan.',
  })
  return (
    <SettingPart
      title="Reviu laporan kabupaten"
      note="Berlaku bagi laporan yang mulai disusun sesudah ini. Pernyataan reviunya menjadi lampiran laporan."
      of={checked}
      action="Simpan reviu laporan"
    >
      <CheckboxGroup
        label="Direviu Inspektorat sebelum disahkan"
        options={editionTypes.map(value => ({ value, label: editionTypeLabels[value] }))}
        values={reviewed}
        onChange={setReviewed}
        error={checked.errorAt('value')}
      />
    </SettingPart>
  )
}
