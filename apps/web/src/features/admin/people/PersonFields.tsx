import { TextField } from '../../../ui/TextField.tsx'
import styles from '../Admin.module.css'
import type { PersonDraft } from './personDraft.ts'

export const personFields = ['name', 'nip', 'username', 'phone']

export function PersonFields({
  person,
  onChange,
  errorAt,
}: {
  person: PersonDraft
  onChange: (person: PersonDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const set = (more: Partial<PersonDraft>) => onChange({ ...person, ...more })
  return (
    <>
      <TextField
        label="Nama lengkap"
        hint="Dengan gelar, seperti dicetak di laporan."
        value={person.name}
        maxLength={160}
        onChange={event => set({ name: event.target.value })}
        error={errorAt('name')}
      />
      <div className={styles.fields}>
        <TextField
          label="NIP"
          hint="18 angka. Cukup salah satu dari keduanya."
          inputMode="numeric"
          autoComplete="off"
          value={person.nip}
          maxLength={30}
          onChange={event => set({ nip: event.target.value })}
          error={errorAt('nip')}
        />
        <TextField
          label="Nama pengguna"
          hint="Pengganti NIP, misalnya siti.aminah."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={person.username}
          maxLength={32}
          onChange={event => set({ username: event.target.value })}
          error={errorAt('username')}
        />
      </div>
      <TextField
        label="Nomor telepon atau WhatsApp"
        optional
        type="tel"
        autoComplete="off"
        value={person.phone}
        maxLength={24}
        onChange={event => set({ phone: event.target.value })}
        error={errorAt('phone')}
      />
    </>
  )
}
