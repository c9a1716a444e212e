import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import type { DialogEnds } from '#administration/useDialog.ts'
import { api } from '#sync/transport/api.ts'
import type { Period, Planned } from './queries.ts'

export function RemovePeriodDialog({
  period: { form: id, key },
  formTitle,
  onClose,
  onDone,
}: { period: Period; formTitle: string } & DialogEnds) {
  const [type = '', form = ''] = id.split('/')
  const name = `${formTitle}, ${periodTitle(key)}`
  return (
    <RemoveDialog
      title={`Hapus periode ${periodTitle(key)}?`}
      label="Hapus periode"
      remove={() => api('DELETE /periods/:type/:form/:key', { params: { type, form, key } })}
      stale={['GET /periods', 'POST /obligations/preview']}
      onClose={onClose}
      onRemoved={() => onDone(`Periode ${name} dihapus.`)}
    >
      <p>
        {name}. Tanggal-tanggalnya hilang. Periode yang sudah berkewajiban lapor tidak dapat dihapus; hapus dahulu
        kewajiban yang belum dimulai di langkah Kewajiban.
      </p>
    </RemoveDialog>
  )
}

export function RemoveObligationDialog({
  planned: { obligation, office, period, state },
  formTitle,
  onClose,
  onDone,
}: { planned: Planned; formTitle: string } & DialogEnds) {
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
