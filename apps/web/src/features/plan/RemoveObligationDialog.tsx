import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import type { Planned } from './queries.ts'

export function RemoveObligationDialog({
  planned: { obligation, office, period, state },
  formTitle,
  onClose,
  onDone,
}: {
  planned: Planned
  formTitle: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const name = `${formTitle}, ${periodTitle(period)}, ${office.name}`
  return (
    <RemoveDialog
      title="Hapus kewajiban lapor?"
      label="Hapus kewajiban"
      remove={() => api('DELETE /obligations/:id', { params: { id: obligation ?? '' } })}
      stale={['POST /obligations/preview', 'GET /obligations']}
      onClose={onClose}
      onRemoved={() => onDone(`Kewajiban ${name} dihapus.`)}
    >
      <p>
        {name}. Kewajiban ini hilang dari beranda perangkat daerah.
        {state === 'exists' &&
          ' Periode, penugasan, dan gelombang masih memintanya, jadi kewajiban ini dibuat lagi bila Anda menekan “Buat kewajiban”; ubah dahulu salah satunya bila tidak seharusnya ada.'}
      </p>
    </RemoveDialog>
  )
}
