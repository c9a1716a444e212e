import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '../../../lib/api.ts'
import type { Submission } from '../../../lib/apiTypes.ts'
import { saidOf } from '../../../lib/ProblemError.ts'
import { submissionQuery } from '../../../lib/submissionQueries.ts'
import { announce } from '../../../ui/announce.ts'

interface Put {
  anchor: string
  ticked: boolean
}

/** The ticks on the revision under review. A press shows at once and is taken back where the server refuses it. */
export function useTicks(submission: Submission, latest: boolean) {
  const client = useQueryClient()
  const { id, ticks } = submission
  const { queryKey } = submissionQuery(id)
  const put = useMutation({
    mutationFn: ({ anchor, ticked }: Put) =>
      api('PUT /submissions/:id/ticks', { params: { id }, body: { anchor, ticked } }),
    scope: { id: `ticks ${id}` },
    onMutate: async ({ anchor, ticked }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, now => now && { ...now, ticks: withTick(now, anchor, ticked) })
      return before
    },
    onSuccess: now => client.setQueryData(queryKey, now),
    onError: (error, _, before) => {
      if (before) client.setQueryData(queryKey, before)
      announce(saidOf(error), { urgent: true })
      client.invalidateQueries({ queryKey })
    },
  })
  const { mutate } = put
  const setTick = useCallback((anchor: string, ticked: boolean) => mutate({ anchor, ticked }), [mutate])
  const ticked = useMemo(() => new Set(latest ? ticks.map(tick => tick.anchor) : []), [ticks, latest])
  return { ticked, setTick, failed: put.error }
}

function withTick({ ticks, latestRevision }: Submission, anchor: string, on: boolean): Submission['ticks'] {
  const others = ticks.filter(tick => tick.anchor !== anchor)
  if (!on) return others
  const by = { actor: '', name: '', title: '' }
  return [...others, { anchor, revision: latestRevision ?? 0, by, at: '' }]
}
