import type { Queryable } from '../database.ts'
import { lockToSave, type SaveAsk, type Saved, saveLocked } from '../submissions/save-answers.ts'
import { type LockedForReview, lockForReview } from './lock-for-review.ts'

/** Saves what the evaluator writes in the cells that are his or hers, while reviewing: by the same protocol as the office's. */
export const saveEvaluation = async (
  tx: Queryable,
  ask: SaveAsk,
): Promise<Saved | Exclude<LockedForReview, { outcome: 'reviewing' }>> => {
  const { asker, now } = ask
  const locked = await lockForReview(tx, { id: ask.submission, asker, now, permission: 'submission.evaluate' })
  if (locked.outcome !== 'reviewing') return locked
  const submission = await lockToSave(tx, ask.submission)
  return submission ? saveLocked(tx, ask, submission, { as: 'evaluator' }) : { outcome: 'not-found' }
}
