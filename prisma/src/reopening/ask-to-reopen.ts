import { isAnchorOf, isReopenedByOthers, kinds, type Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { appendEvent } from '../history/append-event.ts'
import { submissionStream } from '../history/streams.ts'
import { type Asker, isOwn, mayTo } from '../submissions/asker.ts'
import { lockSubmission } from '../submissions/submission.ts'
import { findReopenRequest, insertReopenRequest, type WishedChange } from './reopen-request.ts'

export interface ReopenAsk {
  submission: string
  /** Made where it is asked, so that a repetition is the same request. */
  id: string
  reason: string
  changes: WishedChange[]
  asker: Asker
  now: Date
}
export type ReopenAsked =
  | { outcome: 'asked' }
  /** Asked again. */
  | { outcome: 'there' }
  /** `waits`: another request of who asks has no answer yet, or the id is taken. */
  | { outcome: 'not-found' | 'no-right' | 'waits' }
  | { outcome: 'wrong-status'; status: Status }
  | { outcome: 'bad-pointer'; at: number }

/** An office asks for its report to be opened again. Nothing of the report changes by it. */
export const askToReopen = async (tx: Queryable, ask: ReopenAsk): Promise<ReopenAsked> => {
  const { id, reason, changes, asker, now } = ask
  const submission = await lockSubmission(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  if (!isOwn(asker, submission) || submission.origin === 'archive')
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  if (await findReopenRequest(tx, submission.id, id)) return { outcome: 'there' }
  if (!isReopenedByOthers(submission.status)) return { outcome: 'wrong-status', status: submission.status }
  const bad = changes.findIndex(({ pointer }) => !isAnchorOf(kinds[submission.form], pointer))
  if (bad >= 0) return { outcome: 'bad-pointer', at: bad }
  const made = { id, submission: submission.id, reason, changes, by: asker.id, at: now }
  if (!(await insertReopenRequest(tx, made))) return { outcome: 'waits' }
  const data = { request: id.toLowerCase(), pointers: changes.map(({ pointer }) => pointer) }
  const stream = submissionStream(submission.id)
  const binds = { reopening: [id] }
  await appendEvent(tx, { stream, type: 'reopening.requested', actor: asker.id, at: now, data, binds })
  return { outcome: 'asked' }
}
