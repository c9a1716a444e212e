import styles from '#administration/Admin.module.css'
import { type DraftProps, draftFields } from '#administration/draftFields.ts'
import { TextField } from '#ui/TextField.tsx'
import type { PersonDraft } from './personDraft.ts'

export const personFields = ['name', 'nip', 'username', 'phone']

export function PersonFields(props: DraftProps<PersonDraft>) {
  const { text } = draftFields(props)
  return (
    <>
      <TextField
        label="Nama lengkap"
        hint="Dengan gelar, seperti dicetak di laporan."
        maxLength={160}
        {...text('name')}
      />
      <div className={styles.fields}>
        <TextField
          label="NIP"
          hint="18 angka. Cukup salah satu dari keduanya."
          inputMode="numeric"
          maxLength={30}
          {...text('nip')}
        />
        <TextField
          label="Nama pengguna"
          hint="Pengganti NIP, misalnya siti.aminah."
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          {...text('username')}
        />
      </div>
      <TextField label="Nomor telepon atau WhatsApp" optional type="tel" maxLength={24} {...text('phone')} />
    </>
  )
}
