import { lockToSave, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { lockedReview } from '#submissions/lockedReview.ts'
import type { Asked } from './judgeSave.ts'
import { saveChanges } from './saveChanges.ts'

/** Saves what the evaluator writes in the cells that are his or hers, while reviewing: by the same protocol as the office's. */
export const saveEvaluation = async (tx: Queryable, asked: Asked) => {
  const { params, actor, now } = asked
  await lockedReview(tx, { id: params.id, asker: actor, now, permission: 'submission.evaluate' })
  const submission = await lockToSave(tx, params.id)
  if (submission === null) throw problem('not-found')
  return saveChanges(tx, submission, { as: 'evaluator' }, asked)
}
