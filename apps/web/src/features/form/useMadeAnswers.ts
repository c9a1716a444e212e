import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ResponseOf } from '../../lib/apiTypes.ts'
import { onCreatedHere } from '../../lib/device/createdHere.ts'
import { isDraftPreview, matchesDraft } from './model/matchesDraft.ts'
import { answersQuery, openingAnswersQuery } from './queries.ts'

type Given = ResponseOf<'GET /submissions/:id/answers'>

/**
 * A form that was begun without a line stands on what beginning would have made. Once the server has begun it, what was made is
 * compared; where a source has changed in between, the form is put together anew from that. What was typed is kept beside. Its
 * material is read anew in any case.
 */
export function useMadeAnswers(id: string, given: Given | undefined): void {
  const client = useQueryClient()
  const ahead = isDraftPreview(given)
  const { data: made, refetch } = useQuery({
    ...answersQuery(id, null),
    queryKey: [...answersQuery(id, null).queryKey, 'made'],
    enabled: ahead,
    refetchInterval: ({ state }) => (isDraftPreview(state.data) ? 5000 : false),
  })
  useEffect(() => (ahead ? onCreatedHere(() => void refetch()) : undefined), [ahead, refetch])
  useEffect(() => {
    if (!ahead || !given || !made || isDraftPreview(made)) return
    // What stands beside the answers was read beforehand too: values of earlier periods, and what is computed from them.
    void client.invalidateQueries({ queryKey: ['GET /submissions/:id/form', id] })
    if (!matchesDraft(given, made)) client.setQueryData(openingAnswersQuery(id, null).queryKey, made)
  }, [client, id, given, made, ahead])
}
