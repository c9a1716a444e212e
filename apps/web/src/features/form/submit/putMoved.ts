import type { QueryClient } from '@tanstack/react-query'
import { notesQuery, revisionsQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { invalidate } from '#sync/transport/invalidate.ts'

/** Updates the cached submission after a move; lists and histories are read again when they are shown. */
export function putMoved(client: QueryClient, submission: Submission): void {
  client.setQueryData(submissionQuery(submission.id).queryKey, submission)
  void client.invalidateQueries({ queryKey: notesQuery(submission.id).queryKey })
  void client.invalidateQueries({ queryKey: revisionsQuery(submission.id).queryKey })
  void invalidate(client, 'GET /obligations')
  void invalidate(client, 'GET /contributions')
}
