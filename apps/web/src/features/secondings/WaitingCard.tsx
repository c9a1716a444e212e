import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Seconding } from '#administration/seconding.ts'
import { What } from '#administration/What.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'

/** One pending act: what it grants, who asks, and what the viewer can do. */
export function WaitingCard({
  seconding,
  onApproved,
  onDecline,
}: {
  seconding: Seconding
  onApproved: (sentence: string) => void
  onDecline: (seconding: Seconding) => void
}) {
  const dates = useDates()
  const client = useQueryClient()
  const { id, digest, what, askedBy, askedAt, turn, whyNot } = seconding
  const approve = useMutation({
    mutationFn: () => api('POST /secondings/:id/approve', { params: { id }, body: { digest } }),
    onSuccess: async () => {
      // What it grants appears in people, keys and settings.
      await client.invalidateQueries()
      onApproved('Disetujui dan sudah berlaku.')
    },
    onError: () => invalidate(client, 'GET /secondings'),
  })
  return (
    <Callout
      tone="warn"
      title={<What seconding={seconding} />}
      actions={
        turn && (
          <>
            {turn === 'decide' && (
              <Button small kind="primary" busy={approve.isPending && 'Menyetujui…'} onClick={() => approve.mutate()}>
                Setujui <span className="visually-hidden">{what[0]}</span>
              </Button>
            )}
            <Button small kind="danger" onClick={() => onDecline(seconding)}>
              {turn === 'decide' ? 'Tolak' : 'Tarik kembali'} <span className="visually-hidden">{what[0]}</span>
            </Button>
          </>
        )
      }
    >
      Diminta oleh {[askedBy.name, askedBy.title].filter(Boolean).join(', ')}, {dates.ago(askedAt)}.{' '}
      {whyNot && `${whyNot} `}
      {approve.isError && <ProblemPanel error={approve.error} />}
    </Callout>
  )
}
