import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import type { Key } from './queries.ts'

export function RevokeDialog({
  apiKey,
  onClose,
  onDone,
}: {
  apiKey: Key
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const invalidate = useInvalidate()
  const revoke = useMutation({
    mutationFn: () => api('DELETE /keys/:id', { params: { id: apiKey.id } }),
    onSuccess: async () => {
      await invalidate('GET /keys')
      onDone(`Kunci ${apiKey.name} dicabut.`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Cabut kunci ${apiKey.name}?`}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Batal
          </Button>
          <Button kind="danger" busy={revoke.isPending && 'Mencabut…'} onClick={() => revoke.mutate()}>
            Cabut kunci
          </Button>
        </>
      }
    >
      <p>
        Aplikasi yang memakainya langsung ditolak, dan kunci ini tidak dapat dihidupkan lagi. Yang sudah dikirimnya
        tetap tersimpan. Terbitkan kunci baru bila aplikasinya masih diperlukan.
      </p>
      {revoke.isError && <ProblemPanel error={revoke.error} />}
    </Dialog>
  )
}
