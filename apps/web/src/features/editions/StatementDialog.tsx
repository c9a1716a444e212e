import { useState } from 'react'
import { draftFields } from '#administration/draftFields.ts'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'

/** The statement of review, which becomes an annex of the edition. */
export function StatementDialog({
  id,
  onClose,
  onDone,
}: {
  id: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const today = useDates().today()
  const [draft, setDraft] = useState({ number: '', date: today as string | null, text: '' })
  const form = useContractForm('POST /editions/:id/review', {
    body: () => ({ number: draft.number, date: draft.date ?? '', text: draft.text }),
    unread: () => ({ date: draft.date ? undefined : 'Tulis tanggal seperti 31-03-2026.' }),
    send: async body => {
      await api('POST /editions/:id/review', { params: { id }, body })
      await onDone()
    },
  })
  const { text, date } = draftFields({ draft, onChange: setDraft, errorAt: form.errorAt })
  return (
    <FormDialog
      of={form}
      fields={['number', 'date', 'text']}
      title="Nyatakan telah direviu"
      action="Simpan pernyataan"
      large
      onClose={onClose}
    >
      <TextField label="Nomor pernyataan" maxLength={120} {...text('number')} />
      <DateField label="Tanggal" {...date('date')} />
      <TextArea
        label="Isi pernyataan"
        hint="Dicetak sebagai lampiran laporannya."
        rows={8}
        maxLength={8000}
        {...text('text')}
      />
    </FormDialog>
  )
}
