import { call } from '../../lib/api.ts'

export {
  answersQuery,
  attachmentsQuery,
  cellHistoryQuery,
  notesQuery,
  revisionQuery,
  revisionsQuery,
  submissionQuery,
} from '../../lib/submissionQueries.ts'

/** What was accepted since; the browser answers 304 from its own copy. */
export const readChanges = (id: string, since: number, signal: AbortSignal) =>
  call('GET /submissions/:id/changes', { params: { id }, query: { since }, signal })
