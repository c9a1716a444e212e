import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isDraftPreview, matchesDraft } from '#sheet/answers/matchesDraft.ts'
import { answersQuery, openingAnswersQuery } from '#submissions/submissionQueries.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { onCreatedHere } from '#sync/cache/createdHere.ts'
import { keptApart, keyOf } from '#sync/transport/queryOf.ts'

type Given = ResponseOf<'GET /submissions/:id/answers'>

/**
 * A form created offline works on its draft preview. Once the server has created the report, its real initial answers are compared;
 * where a source has changed in between, the form is rebuilt from them. What was typed is kept. Its material is read again in
 * any case.
 */
export function useMadeAnswers(id: string, given: Given | undefined): void {
  const client = useQueryClient()
  const ahead = isDraftPreview(given)
  const { data: made, refetch } = useQuery({
    ...keptApart(answersQuery(id, null), 'made'),
    enabled: ahead,
    refetchInterval: ({ state }) => (isDraftPreview(state.data) ? 5000 : false),
  })
  useEffect(() => (ahead ? onCreatedHere(() => void refetch()) : undefined), [ahead, refetch])
  useEffect(() => {
    if (!ahead || !given || !made || isDraftPreview(made)) return
    // Data read beside the answers was prefetched too: values of earlier periods, and what is computed from them.
    void client.invalidateQueries({ queryKey: keyOf('GET /submissions/:id/form', { params: { id } }) })
    if (!matchesDraft(given, made)) client.setQueryData(openingAnswersQuery(id, null).queryKey, made)
  }, [client, id, given, made, ahead])
}
