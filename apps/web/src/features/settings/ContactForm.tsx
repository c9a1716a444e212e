import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#administration/Part.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { TextField } from '#ui/TextField.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import { type Settings, whatsappOf } from './settingsOf.ts'
import { useSaveSetting } from './useSaveSetting.ts'

/** The contact shown on the sign-in page and with every error. */
export function ContactForm({ contact }: { contact: Settings['contact'] }) {
  const save = useSaveSetting()
  const { said, say } = useSaid()
  const [draft, setDraft] = useState(contact)
  const number = whatsappOf(draft.whatsapp)
  const checked = useContractForm('PUT /settings/:key', {
    body: () => ({ value: { name: draft.name, whatsapp: number } }),
    send: async () => {
      say(null)
      await save('contact', { name: draft.name.trim(), whatsapp: number })
      setDraft({ name: draft.name.trim(), whatsapp: number })
      say('Narahubung disimpan.')
    },
  })
  return (
    <Part title="Narahubung">
      <p className={styles.note}>Disebut di halaman masuk dan di setiap pesan kesalahan.</p>
      <PageForm of={checked} fields={['value']} action="Simpan narahubung" said={said}>
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
