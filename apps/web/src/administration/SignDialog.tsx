import type { SigningWay } from '@sepakat/rules/papers/signing.ts'
import { useState } from 'react'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { draftFields } from './draftFields.ts'
import { FormDialog } from './FormDialog.tsx'
import { useContractForm } from './useContractForm.ts'

type Signing = 'PUT /editions/:id/files/:file/signature' | 'PUT /submissions/:id/revisions/:n/signature'

export interface SignDialogProps {
  route: Signing
  /** With what this installation can sign. */
  installed: ResponseOf<'GET /signing'>
  /** Signs, and reads again what shows it. */
  send: (body: BodyOf<Signing>) => Promise<unknown>
  onClose: () => void
}

/** Signs a PDF. NIK and passphrase are of this dialog alone: it keeps no draft of them. */
export function SignDialog({ route, installed, send, onClose }: SignDialogProps) {
  const [draft, setDraft] = useState<{ with: SigningWay; nik: string; passphrase: string }>({
    with: installed.bsre && !installed.own ? 'bsre' : 'own',
    nik: '',
    passphrase: '',
  })
  const form = useContractForm(route, {
    body: () =>
      draft.with === 'bsre'
        ? { with: draft.with, nik: draft.nik.replaceAll(' ', ''), passphrase: draft.passphrase }
        : { with: draft.with },
    send: async body => {
      await send(body)
      onClose()
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
