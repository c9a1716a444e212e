import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { lockSubmission } from '../submissions/submission.ts'
import { answerReopenRequests, findReopenRequest, type ReopenStatus } from './reopen-request.ts'

export interface DeclineAsk {
  submission: string
  request: string
  reason: string
  asker: Asker
  now: Date
}
export type Declined =
  | { outcome: 'declined' }
  | { outcome: 'not-found' | 'no-right' }
  | { outcome: 'answered'; status: ReopenStatus }

/** Who may open reports again says why this one stays as it is. The office keeps what it typed. */
export const declineReopening = async (tx: Queryable, ask: DeclineAsk): Promise<Declined> => {
  const { request, reason, asker, now } = ask
  const submission = await lockSubmission(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  if (!mayTo(asker, 'submission.reopen', submission))
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  const known = await findReopenRequest(tx, submission.id, request)
  if (!known) return { outcome: 'not-found' }
  if (known.status !== 'open') return { outcome: 'answered', status: known.status }
  const answer = { submission: submission.id, id: request, status: 'declined', answer: reason } as const
  await answerReopenRequests(tx, { ...answer, by: asker.id, at: now })
  const stream = submissionStream(submission.id)
  const data = { request: request.toLowerCase() }
  await appendEvent(tx, { stream, type: 'reopening.declined', actor: asker.id, at: now, data })
  return { outcome: 'declined' }
}
