import {
  addRecomputation,
  evaluateFrozen,
  type FrozenEvaluation,
  figuresHash,
  insertFigures,
  noEvent,
  type PendingRecomputation,
  type Queryable,
  type RecomputationOutcome,
  ruleSetById,
  submissionStream,
  written,
} from '@sepakat/db'
import { comesToFrozen, type Figure } from '@sepakat/rules'

/** Null where the revision's own rules no longer give what was frozen, so that nothing can be said. */
const figuresUnder = async (tx: Queryable, frozen: FrozenEvaluation, ruleSet: string): Promise<Figure[] | null> => {
  const [own, counting] = [await ruleSetById(tx, frozen.ruleSet), await ruleSetById(tx, ruleSet)]
  if (!own || !counting || !comesToFrozen(frozen.figures, frozen.figuresBy(own))) return null
  return frozen.figuresBy(counting)
}

/**
 * Stores the figures of a revision under the rule set that counts now, or that its answers no longer give what was frozen by its
 * own rules. Figures are inserted once: nothing where that was done, also by another at the same moment.
 */
export const recomputeRevision = async (tx: Queryable, pending: PendingRecomputation, at: Date) => {
  const { submission, n, ruleSet } = pending
  const frozen = await evaluateFrozen(tx, submission, n)
  const figures = frozen && (await figuresUnder(tx, frozen, ruleSet))
  const sha256 = figures && figuresHash(figures)
  const outcome: RecomputationOutcome = figures ? 'computed' : 'unlike'
  if (!(await addRecomputation(tx, pending, { outcome, sha256, at }))) return noEvent(null)
  if (frozen && figures) await insertFigures(tx, { ...frozen, ruleSet, figures })
  const data = { revision: n, ruleSet, outcome, sha256 }
  return written(null, { stream: submissionStream(submission), type: 'submission.recomputed', data })
}
