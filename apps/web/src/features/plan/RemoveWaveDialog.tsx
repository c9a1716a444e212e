import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { count } from '#ui/numbers.ts'
import type { Wave } from './queries.ts'

export function RemoveWaveDialog({
  wave,
  onClose,
  onDone,
}: {
  wave: Wave
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  return (
    <RemoveDialog
      title={`Hapus ${wave.name}?`}
      label="Hapus gelombang"
      remove={() => api('DELETE /waves/:id', { params: { id: wave.id } })}
      stale={['GET /waves', 'POST /obligations/preview']}
      onClose={onClose}
      onRemoved={() => onDone(`${wave.name} dihapus.`)}
    >
      <p>
        Kewajiban lapor baru tidak dibuat lagi untuk {count(wave.offices.length)} perangkat daerah ini, kecuali mereka
        ada di gelombang lain. Kewajiban yang sudah dibuat tetap ada.
      </p>
    </RemoveDialog>
  )
}
