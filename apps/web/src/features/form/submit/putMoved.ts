import type { QueryClient } from '@tanstack/react-query'
import type { Submission } from '../../../lib/apiTypes.ts'
import { notesQuery, revisionsQuery, submissionQuery } from '../../../lib/submissionQueries.ts'

/** Updates the cached submission after a move; lists and histories are read again when they are shown. */
export function putMoved(client: QueryClient, submission: Submission): void {
  client.setQueryData(submissionQuery(submission.id).queryKey, submission)
  void client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
  void client.invalidateQueries({ queryKey: revisionsQuery(submission.id).queryKey })
  void client.invalidateQueries({ queryKey: ['GET /obligations'] })
  void client.invalidateQueries({ queryKey: ['GET /contributions'] })
}
