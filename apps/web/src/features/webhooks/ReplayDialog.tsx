import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { DateField } from '#ui/DateField.tsx'

/** Sends everything again that was told since the beginning of a day. */
export function ReplayDialog({
  id,
  onClose,
  onDone,
}: {
  id: string
  onClose: () => void
  onDone: (sentence: string) => Promise<void>
}) {
  const dates = useDates()
  const [day, setDay] = useState<string | null>(dates.today())
  const checked = useContractForm('POST /webhooks/:id/replay', {
    body: () => ({ since: day ? dates.startOfDay(day) : '' }),
    unread: () => ({ since: day ? undefined : 'Tulis tanggal seperti 31-03-2026.' }),
    send: async body => {
      const { messages } = await api('POST /webhooks/:id/replay', { params: { id }, body })
      await onDone(
        messages === 0
          ? 'Tidak ada pesan sejak tanggal itu.'
          : `${messages} pesan masuk antrean kirim ulang. Lihat hasilnya di catatan pengiriman.`,
      )
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['since']}
      title="Kirim ulang pesan"
      action="Kirim ulang"
      busy="Mengirim…"
      onClose={onClose}
    >
      <p>Semua pesan sejak tanggal ini dikirim ulang dengan nomor yang sama, juga yang masih menunggu.</p>
      <DateField label="Sejak" value={day ?? ''} onChange={setDay} error={checked.errorAt('since')} />
    </FormDialog>
  )
}
