import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#ui/Part.tsx'
import { TextField } from '#ui/TextField.tsx'
import { type Settings, whatsappOf } from './settingsOf.ts'
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
  return (
    <Part title="Narahubung">
      <p className={styles.note}>Disebut di halaman masuk dan di setiap pesan kesalahan.</p>
      <PageForm of={checked} fields={['value']} action="Simpan narahubung" said={checked.said}>
        <TextField
          label="Nama narahubung"
          hint="Koordinator atau bagian yang menjawab pertanyaan."
          value={draft.name}
          maxLength={120}
          onChange={event => setDraft({ ...draft, name: event.target.value })}
          error={checked.errorAt('value.name')}
        />
        <TextField
          label="Nomor WhatsApp"
          hint="Boleh ditulis 0812 3456 7890; disimpan sebagai +62…"
          type="tel"
          value={draft.whatsapp}
          maxLength={24}
          onChange={event => setDraft({ ...draft, whatsapp: event.target.value })}
          error={checked.errorAt('value.whatsapp')}
        />
      </PageForm>
    </Part>
  )
}
