import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
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
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        Tarik permintaan
      </Button>
      {open && (
        <ActDialog
          title="Tarik permintaan ini?"
          action="Tarik permintaan"
          busy="Menarik…"
          keep="Biarkan menunggu"
          doing={withdraw}
          onAct={() => withdraw.mutate()}
          onClose={() => setOpen(false)}
        >
          <p>
            Koordinator dan pemeriksa tidak diminta lagi membuka laporan ini. Isian yang tertahan tetap di perangkat
            ini, dan Anda dapat meminta lagi.
          </p>
        </ActDialog>
      )}
    </>
  )
}
