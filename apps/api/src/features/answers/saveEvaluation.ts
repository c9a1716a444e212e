import { lockToSave, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { lockedEvaluation } from '#submissions/lockedReview.ts'
import type { Asked } from './judgeSave.ts'
import { saveChanges } from './saveChanges.ts'

/**
 * Saves what the evaluator writes in the cells that are his or hers, by the same protocol as the office's: a change that comes after
 * the review has ended, or another evaluator has the report, is answered as locked, and a repeated one as the first time.
 */
export const saveEvaluation = async (tx: Queryable, asked: Asked) => {
  const { params, actor, now } = asked
  const { claimed } = await lockedEvaluation(tx, { id: params.id, asker: actor, now })
  const submission = await lockToSave(tx, params.id)
  if (submission === null) throw problem('not-found')
  return saveChanges(tx, submission, { as: 'evaluator', claimed }, asked)
}
