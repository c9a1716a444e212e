import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import type { Period } from './queries.ts'

export function RemovePeriodDialog({
  period: { form: id, key },
  formTitle,
  onClose,
  onDone,
}: {
  period: Period
  formTitle: string
  onClose: () => void
  onDone: (sentence: string) => void
}) {
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
