import { queryOptions } from '@tanstack/react-query'
import { api, call } from '../../lib/api.ts'

export {
  attachmentsQuery,
  cellHistoryQuery,
  notesQuery,
  revisionQuery,
  revisionsQuery,
  submissionQuery,
} from '../../lib/submissionQueries.ts'

/** Read once when the form is opened; what happens after comes by `changes`. */
export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/answers', id],
    queryFn: ({ signal }) => api('GET /submissions/:id/answers', { params: { id }, query: { revs: true }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** What was accepted since; the browser answers 304 from its own copy. */
export const readChanges = (id: string, since: number, signal: AbortSignal) =>
  call('GET /submissions/:id/changes', { params: { id }, query: { since }, signal })
