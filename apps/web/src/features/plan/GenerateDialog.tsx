import { useMutation } from '@tanstack/react-query'
import type { DialogEnds } from '#administration/useDialog.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { count } from '#ui/numbers.ts'
import type { Preview } from './queries.ts'

export function GenerateDialog({ year, preview, onClose, onDone }: { year: number; preview: Preview } & DialogEnds) {
  const invalidate = useInvalidate()
  const offices = new Set(preview.items.filter(item => item.state === 'new').map(item => item.office.id)).size
  const make = useMutation({
    mutationFn: () => api('POST /obligations', { body: { year } }),
    onSuccess: async ({ added }) => {
      await invalidate('POST /obligations/preview', 'GET /obligations')
      onDone(`${count(added)} kewajiban lapor tahun ${year} dibuat. Perangkat daerah melihatnya di berandanya.`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Buat ${count(preview.added)} kewajiban lapor?`}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Batal
          </Button>
          <Button kind="primary" busy={make.isPending && 'Membuat…'} onClick={() => make.mutate()}>
            Buat kewajiban
          </Button>
        </>
      }
    >
      <p>
        {count(offices)} perangkat daerah langsung melihat kewajiban tahun {year} ini di berandanya. Kewajiban dapat
        dihapus selama laporannya belum dimulai.
      </p>
      {make.isError && <ProblemPanel error={make.error} />}
    </Dialog>
  )
}
