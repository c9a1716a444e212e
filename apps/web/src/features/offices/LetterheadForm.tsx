import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { draftFields } from '#administration/draftFields.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Part } from '#ui/Part.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import type { OfficeFull } from './queries.ts'

/** The letterhead of an office on printed forms. */
export function LetterheadForm({ office }: { office: OfficeFull }) {
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const [draft, setDraft] = useState({ address: office.address, place: office.place })
  const checked = useContractForm('PUT /offices/:id/letterhead', {
    body: () => draft,
    send: async body => {
      say(null)
      await api('PUT /offices/:id/letterhead', { params: { id: office.id }, body })
      await invalidate('GET /offices/:id')
      say('Kop surat disimpan.')
    },
  })
  const { text } = draftFields({ draft, onChange: setDraft, errorAt: checked.errorAt })
  return (
    <Part title="Kop surat">
      <p className={styles.note}>Dicetak pada PDF laporan untuk tanda tangan basah, di bawah nama perangkat daerah.</p>
      <PageForm of={checked} fields={['address', 'place']} action="Simpan kop surat" said={said}>
        <TextField
          label="Alamat"
          hint="Misalnya Jalan Ujang Dewa, Nunukan 77482, telepon (0556) 21000."
          maxLength={300}
          {...text('address')}
        />
        <TextField
          label="Tempat penandatanganan"
          hint="Kosongkan bila sama dengan nama daerah."
          maxLength={80}
          {...text('place')}
        />
      </PageForm>
    </Part>
  )
}
