import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { count } from '../../../lib/numbers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { previewKey, type Wave, wavesQuery } from './queries.ts'

export function RemoveWaveDialog({
  wave,
  onClose,
  onDone,
}: {
  wave: Wave
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api('DELETE /waves/:id', { params: { id: wave.id } }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: wavesQuery.queryKey }),
        client.invalidateQueries({ queryKey: previewKey }),
      ])
      onDone(`${wave.name} dihapus.`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Hapus ${wave.name}?`}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Batal
          </Button>
          <Button kind="danger" busy={remove.isPending && 'Menghapus…'} onClick={() => remove.mutate()}>
            Hapus gelombang
          </Button>
        </>
      }
    >
      <p>
        Kewajiban lapor baru tidak dibuat lagi untuk {count(wave.offices.length)} perangkat daerah ini, kecuali mereka
        ada di gelombang lain. Kewajiban yang sudah dibuat tetap ada.
      </p>
      {remove.isError && <ProblemPanel error={remove.error} />}
    </Dialog>
  )
}
