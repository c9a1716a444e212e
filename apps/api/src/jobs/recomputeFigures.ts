import {
  addRecomputation,
  type Database,
  evaluateFrozen,
  type FrozenEvaluation,
  figuresHash,
  insertFigures,
  noEvent,
  type PendingRecomputation,
  pendingRecomputations,
  type Queryable,
  type RecomputationOutcome,
  reader,
  record,
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
const recomputeRevision = async (tx: Queryable, pending: PendingRecomputation, at: Date) => {
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

const atOnce = 50

/**
 * Computes the figures of revisions under the rule set that counts for their year now, a report a transaction and a page at a
 * time. Whatever was done stays done: killed in the middle, it goes on where it was when it runs again. One report that fails
 * does not hold up the others; it is tried again at the next turn.
 */
export const recomputeFigures = async (db: Database, clock: () => Date): Promise<number> => {
  const failed: unknown[] = []
  let done = 0
  for (let after: PendingRecomputation | null = null; ; ) {
    const page: PendingRecomputation[] = await pendingRecomputations(reader(db), { after, limit: atOnce })
    for (const one of page)
      try {
        const at = clock()
        await record<null>(db, { actor: 'system', at }, tx => recomputeRevision(tx, one, at))
        done += 1
      } catch (error) {
        failed.push(error)
      }
    after = page.at(-1) ?? null
    if (page.length < atOnce) break
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} reports could not be computed again`)
  return done
}
