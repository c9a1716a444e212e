import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

interface Put {
  anchors: readonly string[]
  ticked: boolean
}
/** The API's limit of rows per request. */
const most = 500

/**
 * The ticks on the revision under review. A press shows at once and is reverted where the server refuses it. Pressed ticks are
 * state of the page: through the query cache they would show late, and the box would visibly flip back.
 */
export function useTicks(submission: Submission, latest: boolean) {
  const client = useQueryClient()
  const { id, ticks } = submission
  const { queryKey } = submissionQuery(id)
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map())
  const put = useMutation({
    mutationFn: ({ anchors, ticked }: Put) => {
      const [anchor, second] = anchors
      const rows = second === undefined ? { anchor } : { anchors: [...anchors] }
      return api('PUT /submissions/:id/ticks', { params: { id }, body: { ...rows, ticked } })
    },
    scope: { id: `ticks ${id}` },
    onSuccess: now => client.setQueryData(queryKey, now),
    onError: (_error, { anchors }) => {
      setPressed(before => new Map([...before].filter(([at]) => !anchors.includes(at))))
      client.invalidateQueries({ queryKey })
    },
  })
  const { mutate } = put
  const setTicks = useCallback(
    (anchors: readonly string[], ticked: boolean) => {
      setPressed(before => new Map([...before, ...anchors.map(anchor => [anchor, ticked] as const)]))
      for (let from = 0; from < anchors.length; from += most)
        mutate({ anchors: anchors.slice(from, from + most), ticked })
    },
    [mutate],
  )
  const setTick = useCallback((anchor: string, ticked: boolean) => setTicks([anchor], ticked), [setTicks])
  const ticked = useMemo(() => {
    const on = new Set(latest ? ticks.map(tick => tick.anchor) : [])
    for (const [anchor, wanted] of pressed) {
      if (wanted) on.add(anchor)
      else on.delete(anchor)
    }
    return on
  }, [ticks, latest, pressed])
  return { ticked, setTick, setTicks, failed: put.error }
}
