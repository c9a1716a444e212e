import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import type { Key } from './queries.ts'

export function RevokeDialog({
  apiKey: { id, name },
  onClose,
  onDone,
}: {
  apiKey: Key
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  return (
    <RemoveDialog
      title={`Cabut kunci ${name}?`}
      label="Cabut kunci"
      busy="Mencabut…"
      remove={() => api('DELETE /keys/:id', { params: { id } })}
      stale={['GET /keys']}
      onClose={onClose}
      onRemoved={() => onDone(`Kunci ${name} dicabut.`)}
    >
      <p>
        Aplikasi yang memakainya langsung ditolak, dan kunci ini tidak dapat dihidupkan lagi. Yang sudah dikirimnya
        tetap tersimpan. Terbitkan kunci baru bila aplikasinya masih diperlukan.
      </p>
    </RemoveDialog>
  )
}
