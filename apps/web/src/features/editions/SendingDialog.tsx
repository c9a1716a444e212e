import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { DateField } from '#ui/DateField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Sending } from './queries.ts'

/** When and with which number an edition was sent to one of those it is due to. */
export function SendingDialog({ id, sending, onClose }: { id: string; sending: Sending; onClose: () => void }) {
  const today = useDates().today()
  const invalidate = useInvalidate()
  const [draft, setDraft] = useState({
    date: (sending.sent?.date ?? today) as string | null,
    receipt: sending.sent?.receipt ?? '',
  })
  const form = useContractForm('PUT /editions/:id/sendings/:addressee', {
    body: () => ({ date: draft.date || null, receipt: draft.receipt }),
    unread: () => ({ date: draft.date === null ? 'Tulis tanggal seperti 31-03-2026.' : undefined }),
    send: async body => {
      await api('PUT /editions/:id/sendings/:addressee', { params: { id, addressee: sending.id }, body })
      await invalidate('GET /editions/:id')
      onClose()
    },
  })
  const { text, date } = draftFields({ draft, onChange: setDraft, errorAt: form.errorAt })
  return (
    <FormDialog
      of={form}
      fields={['date', 'receipt']}
      title={`Penyampaian kepada ${sending.name}`}
      action="Simpan"
      onClose={onClose}
    >
      <DateField
        label="Tanggal disampaikan"
        hint={
          sending.sent?.file
            ? 'Kosongkan bila belum disampaikan; tanda terima yang dilampirkan ikut dilepas.'
            : 'Kosongkan bila belum disampaikan.'
        }
        {...date('date')}
      />
      <TextField label="Nomor tanda terima atau surat" optional maxLength={400} {...text('receipt')} />
    </FormDialog>
  )
}
