import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { levelWords } from './levelWords.ts'
import type { NomenclatureYear } from './queries.ts'

export function RemoveListDialog({
  list,
  onClose,
  onDone,
}: {
  list: NomenclatureYear
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const { year } = list
  return (
    <RemoveDialog
      title={`Hapus daftar tahun ${year}?`}
      label="Hapus daftar"
      remove={() => api('DELETE /nomenclature/:year', { params: { year } })}
      stale={['GET /nomenclature']}
      onClose={onClose}
      onRemoved={() => onDone(`Daftar tahun ${year} dihapus.`)}
    >
      <p>
        Isinya {levelWords(list)}. Nama yang sudah tertulis di laporan tetap ada; sesudah ini kode dinamai menurut
        daftar tahun sebelumnya, atau diketik sendiri.
      </p>
    </RemoveDialog>
  )
}
