import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { DateField } from '#ui/DateField.tsx'
import { Facts } from '#ui/Facts.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { Planned } from './queries.ts'

/** A later due date for one obligation, with a reason for its history. */
export function ExtendDialog({
  planned,
  formTitle,
  onClose,
  onDone,
}: {
  planned: Planned
  formTitle: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const dates = useDates()
  const now = dates.dayOf(planned.dueAt)
  const [day, setDay] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const checked = useContractForm('POST /obligations/:id/extension', {
    body: () => ({ dueAt: day ? dates.endOfDay(day) : '', reason: reason.trim() }),
    unread: () => ({
      dueAt: !day
        ? 'Tulis tenggat baru seperti 31-03-2026.'
        : day <= now
          ? `Tenggat baru harus sesudah ${dates.longDay(now)}.`
          : undefined,
    }),
    send: async body => {
      await api('POST /obligations/:id/extension', { params: { id: planned.obligation ?? '' }, body })
      await invalidate('POST /obligations/preview')
      onDone(`Tenggat ${planned.office.name} untuk ${periodTitle(planned.period)} sekarang ${dates.long(body.dueAt)}.`)
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['dueAt', 'reason']}
      title="Perpanjang tenggat"
      action="Perpanjang"
      onClose={onClose}
    >
      <Facts
        facts={{
          'Perangkat daerah': planned.office.name,
          Laporan: `${formTitle}, ${periodTitle(planned.period)}`,
          'Tenggat sekarang': dates.long(planned.dueAt),
        }}
      />
      <DateField
        label="Tenggat baru"
        hint="Sampai pukul 23.59 hari itu. Contoh: 31-03-2026"
        value={day ?? ''}
        onChange={setDay}
        error={checked.errorAt('dueAt')}
      />
      <TextArea
        label="Alasan"
        value={reason}
        maxLength={400}
        onChange={event => setReason(event.target.value)}
        error={checked.errorAt('reason')}
      />
    </FormDialog>
  )
}
