import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type Announcement = ResponseOf<'GET /announcements'>['items'][number]

export function WithdrawDialog({
  announcement: { id, text },
  onClose,
  onDone,
}: {
  announcement: Announcement
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  return (
    <RemoveDialog
      title="Cabut pengumuman ini?"
      label="Cabut pengumuman"
      busy="Mencabut…"
      remove={() => api('DELETE /announcements/:id', { params: { id } })}
      stale={['GET /announcements']}
      onClose={onClose}
      onRemoved={() => onDone('Pengumuman dicabut.')}
    >
      <p>“{text}” tidak tampil lagi di beranda siapa pun, dan tidak dapat dikembalikan.</p>
    </RemoveDialog>
  )
}
