import type { ReopenStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { appendEvent } from '../history/append-event.ts'
import { submissionStream } from '../history/streams.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { lockSubmission } from '../submissions/submission.ts'
import { answerReopenRequests, findReopenRequest } from './reopen-request.ts'

/** Whose word ends a request while the report stays closed: of those who may open it, or of the office that asked. */
const ends = {
  declined: { permission: 'submission.reopen', type: 'reopening.declined' },
  withdrawn: { permission: 'submission.write', type: 'reopening.withdrawn' },
} as const

export interface SettleAsk {
  submission: string
  request: string
  as: keyof typeof ends
  /** Why it was declined. */
  reason?: string
  asker: Asker
  now: Date
}
export type Settled =
  | { outcome: 'settled' }
  | { outcome: 'not-found' | 'no-right' }
  | { outcome: 'answered'; status: ReopenStatus }

/** The report stays as it is, and the office keeps what it typed. Withdrawing what is withdrawn changes nothing. */
export const settleReopening = async (tx: Queryable, ask: SettleAsk): Promise<Settled> => {
  const { request, as, reason, asker, now } = ask
  const { permission, type } = ends[as]
  const submission = await lockSubmission(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  if (!mayTo(asker, permission, submission))
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  const known = await findReopenRequest(tx, submission.id, request)
  if (!known) return { outcome: 'not-found' }
  if (known.status === 'withdrawn' && as === 'withdrawn') return { outcome: 'settled' }
  if (known.status !== 'open') return { outcome: 'answered', status: known.status }
  const answer = { submission: submission.id, id: request, status: as, answer: reason }
  await answerReopenRequests(tx, { ...answer, by: asker.id, at: now })
  const stream = submissionStream(submission.id)
  await appendEvent(tx, {
    stream,
    type,
    actor: asker.id,
    at: now,
    data: { request: request.toLowerCase() },
    binds: { reopening: [request] },
  })
  return { outcome: 'settled' }
}
