import { useState } from 'react'
import { FormDialog } from '#administration/FormDialog.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import type { BodyOf } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { type DuePreview, type LatenessChange, latenessChanges } from './latenessChanges.ts'

/** Which reports new deadlines make late or on time, before they are saved; the reason is kept in the history of each. */
export function DueMovesDialog({
  body,
  preview,
  onClose,
  onSaved,
}: {
  body: BodyOf<'PUT /periods'>
  preview: DuePreview
  onClose: () => void
  onSaved: () => Promise<unknown>
}) {
  const [alsoSubmitted, setAlsoSubmitted] = useState(false)
  const [reason, setReason] = useState('')
  const { late, onTime, left } = latenessChanges(preview, alsoSubmitted)
  const submitted = preview.items.filter(item => item.submitted).length
  const asked = late.length + onTime.length > 0
  const checked = useContractForm('PUT /periods', {
    body: () => ({ ...body, alsoSubmitted, reason: reason.trim() || null }),
    unread: () => ({ reason: asked && reason.trim() === '' ? 'Tulis alasan tenggat ini diubah.' : undefined }),
    send: async all => {
      await api('PUT /periods', { body: all })
      await onSaved()
    },
  })
  return (
    <FormDialog
      of={checked}
      fields={['reason']}
      title="Tenggat baru mengubah ketepatan waktu laporan"
      action="Simpan tanggal"
      keep="Kembali mengubah tanggal"
      large
      onClose={onClose}
    >
      <Reports title="Menjadi terlambat" items={late} />
      <Reports title="Tidak lagi terlambat" items={onTime} />
      <Reports title="Sudah dikirim: tetap dinilai menurut tenggat saat dikirim" items={left} />
      {submitted > 0 && (
        <Checkbox
          label="Tenggat baru berlaku juga bagi yang sudah dikirim"
          hint={`${count(submitted)} laporan yang sudah dikirim akan dinilai ulang ketepatan waktunya.`}
          checked={alsoSubmitted}
          onChange={event => setAlsoSubmitted(event.target.checked)}
        />
      )}
      <TextArea
        label="Alasan"
        hint="Tercatat pada riwayat setiap laporan yang tenggatnya berubah."
        optional={!asked}
        value={reason}
        maxLength={400}
        onChange={event => setReason(event.target.value)}
        error={checked.errorAt('reason')}
      />
    </FormDialog>
  )
}

function Reports({ title, items }: { title: string; items: readonly LatenessChange[] }) {
  const dates = useDates()
  if (items.length === 0) return null
  return (
    <Part level="h3" title={`${title} (${count(items.length)} laporan)`}>
      <ul>
        {items.map(({ office, form, title: formTitle, period, periodTitle, from, to }) => (
          <li key={`${office.id} ${form} ${period}`}>
            {office.name}: {formTitle}, {periodTitle}; tenggat {dates.shortDay(dates.dayOf(from))} menjadi{' '}
            {dates.shortDay(dates.dayOf(to))}
          </li>
        ))}
      </ul>
    </Part>
  )
}
