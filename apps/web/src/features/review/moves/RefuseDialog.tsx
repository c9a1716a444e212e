import { isBlank } from '@sepakat/rules/text/isBlank.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import { newId } from '#sync/newId.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { TextArea } from '#ui/TextArea.tsx'
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
  const [reason, setReason, forget] = useDraftText(`${id} refuse ${request}`)
  const [pressed, setPressed] = useState(false)
  const close = () => {
    forget()
    onClose()
  }
  const send = useMutation({
    mutationFn: () =>
      api('POST /submissions/:id/reopen-requests/:request/decline', {
        params: { id, request },
        body: { reason: reason.trim() },
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
    <Dialog
      open
      onClose={close}
      title={`Tolak permintaan ${office.shortName}`}
      foot={
        <>
          <Button onClick={close}>Batal</Button>
          <Button
            kind="primary"
            busy={send.isPending && 'Menolak…'}
            onClick={() => {
              setPressed(true)
              if (!isBlank(reason)) send.mutate()
            }}
          >
            Tolak
          </Button>
        </>
      }
    >
      <TextArea
        label="Alasan"
        hint="Dibaca perangkat daerah. Isian yang dilampirkan tetap ada di perangkat mereka."
        error={pressed && isBlank(reason) ? 'Tulis alasannya.' : undefined}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.target.value)}
        data-autofocus
      />
      {send.isError && <ProblemPanel error={send.error} />}
    </Dialog>
  )
}
