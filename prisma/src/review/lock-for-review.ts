import { isEvaluated, kinds, type Permission, type Status } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { moveFacts } from '../submissions/move-facts.ts'
import { lockSubmission, type SubmissionRecord } from '../submissions/submission.ts'

export type LockedForReview =
  | { outcome: 'reviewing'; submission: SubmissionRecord & { latestRevision: number } }
  | { outcome: 'not-found' | 'no-right' | 'clean-hands' | 'unclaimed' }
  | { outcome: 'wrong-status'; status: Status }

/**
 * Notes, ticks and an evaluator's cells are written by whoever has claimed the report, while it is in review, with clean hands.
 * Of a form that nobody evaluates there is no right to evaluate.
 */
export const lockForReview = async (
  tx: Queryable,
  {
    id,
    asker,
    now,
    permission = 'submission.review',
  }: { id: string; asker: Asker; now: Date; permission?: Permission },
): Promise<LockedForReview> => {
  const submission = await lockSubmission(tx, id)
  if (!submission) return { outcome: 'not-found' }
  const { status, latestRevision } = submission
  const facts = await moveFacts(tx, submission, asker, now, { signing: false, secondReview: false })
  const kind = kinds[submission.form]
  const asked = permission !== 'submission.evaluate' || (kind && isEvaluated(kind))
  if (!asked || !facts.may(permission))
    return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  if ((status !== 'in-review' && status !== 'second-review') || latestRevision === null)
    return { outcome: 'wrong-status', status }
  if (!facts.cleanHands) return { outcome: 'clean-hands' }
  if (facts.claim !== 'own') return { outcome: 'unclaimed' }
  return { outcome: 'reviewing', submission: { ...submission, latestRevision } }
}
