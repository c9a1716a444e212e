import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import { useReason } from '#submissions/useReason.tsx'
import { newId } from '#sync/newId.ts'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { useReview } from '../ReviewContext.ts'

/** Declines a reopening request with a reason. */
export function RefuseDialog({
  request,
  onClose,
  onDone,
}: {
  request: string
  onClose: () => void
  onDone: (words: string) => void
}) {
  const { submission } = useReview()
  const { id, office } = submission
  const client = useQueryClient()
  const [key] = useState(newId)
  const { field, given, forget } = useReason(
    `${id} refuse ${request}`,
    'Dibaca perangkat daerah. Isian yang dilampirkan tetap ada di perangkat mereka.',
  )
  const close = () => {
    forget()
    onClose()
  }
  const send = useMutation({
    mutationFn: (reason: string) =>
      api('POST /submissions/:id/reopen-requests/:request/decline', {
        params: { id, request },
        body: { reason },
        idempotencyKey: key,
      }),
    onSuccess: now => {
      client.setQueryData(submissionQuery(id).queryKey, now)
      void invalidate(client, 'GET /reopen-requests')
      close()
      onDone('Permintaan ditolak; alasannya dibaca perangkat daerah.')
    },
  })
  return (
    <ActDialog
      title={`Tolak permintaan ${office.shortName}`}
      action="Tolak"
      busy="Menolak…"
      doing={send}
      onAct={() => {
        const reason = given()
        if (reason !== null) send.mutate(reason)
      }}
      onClose={close}
    >
      {field}
    </ActDialog>
  )
}
