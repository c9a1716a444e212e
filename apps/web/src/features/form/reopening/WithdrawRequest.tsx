import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { useSubmission } from '../FormContext.ts'
import { putMoved } from '../submit/moveQueries.ts'

/** Withdraws the office's request while it is unanswered. */
export function WithdrawRequest({ request }: { request: string }) {
  const { id } = useSubmission()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => api('POST /submissions/:id/reopen-requests/:request/withdraw', { params: { id, request } }),
    onSuccess: submission => {
      putMoved(client, submission)
      announce('Permintaan ditarik.')
    },
  })
  const close = () => setOpen(false)
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        Tarik permintaan
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Tarik permintaan ini?"
        foot={
          <>
            <Button onClick={close}>Biarkan menunggu</Button>
            <Button kind="primary" busy={withdraw.isPending && 'Menarik…'} onClick={() => withdraw.mutate()}>
              Tarik permintaan
            </Button>
          </>
        }
      >
        <p>
          Koordinator dan pemeriksa tidak diminta lagi membuka laporan ini. Isian yang tertahan tetap di perangkat ini,
          dan Anda dapat meminta lagi.
        </p>
        {withdraw.isError && <ProblemPanel error={withdraw.error} />}
      </Dialog>
    </>
  )
}
