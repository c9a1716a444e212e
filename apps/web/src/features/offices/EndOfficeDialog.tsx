import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import type { DialogEnds } from '#administration/useDialog.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { DateField } from '#ui/DateField.tsx'
import type { OfficeFull } from './queries.ts'

export function EndOfficeDialog({ office, onClose, onDone }: { office: OfficeFull } & DialogEnds) {
  const invalidate = useInvalidate()
  const dates = useDates()
  const [to, setTo] = useState<string | null>('')
  const checked = useContractForm('POST /offices/:id/end', {
    body: () => ({ to: to ?? '' }),
    unread: () => ({ to: to ? undefined : 'Tulis hari terakhirnya, seperti 31-12-2026.' }),
    send: async body => {
      await api('POST /offices/:id/end', { params: { id: office.id }, body })
      await invalidate('GET /offices', 'GET /offices/:id')
      onDone(`${office.name} berakhir pada ${dates.longDay(body.to)}.`)
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['to']}
      title={`Akhiri ${office.name}?`}
      action="Akhiri"
      kind="danger"
      onClose={onClose}
    >
      <p>
        Sesudah hari terakhir itu ia tidak lagi mendapat kewajiban lapor, dan ini tidak dapat dibatalkan dari aplikasi.
        Nama atau urusan yang direncanakan setelah tanggal itu ikut dihapus.
      </p>
      <DateField label="Hari terakhir" value={to ?? ''} onChange={setTo} error={checked.errorAt('to')} />
    </FormDialog>
  )
}
