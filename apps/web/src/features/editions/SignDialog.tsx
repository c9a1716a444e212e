import type { SigningWay } from '@sepakat/rules/editions/editionStatuses.ts'
import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { EditionFiles } from './queries.ts'

/** Signs a PDF of a frozen edition. NIK and passphrase are of this dialog alone: it keeps no draft of them. */
export function SignDialog({
  id,
  file,
  installed,
  onClose,
  onDone,
}: {
  id: string
  file: string
  installed: EditionFiles['signing']
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const [draft, setDraft] = useState<{ with: SigningWay; nik: string; passphrase: string }>({
    with: installed.bsre && !installed.own ? 'bsre' : 'own',
    nik: '',
    passphrase: '',
  })
  const form = useContractForm('PUT /editions/:id/files/:file/signature', {
    body: () =>
      draft.with === 'bsre'
        ? { with: draft.with, nik: draft.nik.replaceAll(' ', ''), passphrase: draft.passphrase }
        : { with: draft.with },
    send: async body => {
      await api('PUT /editions/:id/files/:file/signature', { params: { id, file }, body })
      await onDone()
    },
  })
  const { set, text } = draftFields({ draft, onChange: setDraft, errorAt: form.errorAt })
  const hint = (there: boolean) => (there ? undefined : 'Belum dipasang di server ini.')
  return (
    <FormDialog
      of={form}
      fields={['with', 'nik', 'passphrase']}
      title="Tanda tangani secara elektronik"
      action="Tanda tangani"
      busy="Menandatangani…"
      onClose={onClose}
    >
      <RadioGroup
        label="Ditandatangani dengan"
        options={[
          { value: 'own', label: 'Sertifikat daerah', hint: hint(installed.own) },
          { value: 'bsre', label: 'BSrE', hint: hint(installed.bsre) },
        ]}
        value={draft.with}
        error={form.errorAt('with')}
        onChange={way => set({ with: way === 'bsre' ? 'bsre' : 'own' })}
      />
      {draft.with === 'bsre' && (
        <>
          <TextField label="NIK" hint="16 angka. Tidak disimpan." inputMode="numeric" maxLength={24} {...text('nik')} />
          <PasswordField
            label="Passphrase BSrE"
            hint="Dikirim ke BSrE saat ini saja; tidak disimpan."
            autoComplete="off"
            maxLength={200}
            {...text('passphrase')}
          />
        </>
      )}
    </FormDialog>
  )
}
