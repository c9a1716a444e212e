// When a rule set is approved, revisions that were frozen under another get its figures beside their own, from the frozen
// answers. Figures are inserted once: each revision is tried once for a rule set, and that is kept with what it came to.
import { comesToFrozen, type Figure } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { ruleSetById } from '../forms/rule-sets.ts'
import { evaluateFrozen, type FrozenEvaluation } from '../review/evaluate-frozen.ts'
import { figuresHash } from '../review/figures-hash.ts'
import { insertFigures } from '../review/insert-figures.ts'

/** `unlike`: its answers no longer give what was frozen by its own rules. */
export const recomputationOutcomes = ['computed', 'unlike'] as const
type Outcome = (typeof recomputationOutcomes)[number]

/** What was stored: `sha256` of the figures, null where they are unlike. */
export interface Recomputed {
  outcome: Outcome
  sha256: string | null
}

/** A revision whose year another rule set counts for than its own, and which was not tried for that yet. */
export interface PendingRecomputation {
  submission: string
  n: number
  ruleSet: string
}

/** The next page of them, by submission: of each the revision that is approved and the one last submitted. */
export const pendingRecomputations = (
  tx: Queryable,
  { after, limit }: { after: Pick<PendingRecomputation, 'submission' | 'n'> | null; limit: number },
): Promise<PendingRecomputation[]> =>
  tx.query<PendingRecomputation>(
    'recomputations-pending',
    `SELECT s.id AS submission, r.n, k.id AS "ruleSet"
     FROM submission s
     JOIN counting_rule_set k ON left(s.period, 4)::int >= k.from_year AND left(s.period, 4)::int < k.before_year
     JOIN revision r ON r.submission_id = s.id AND r.n IN (s.approved_revision, s.latest_revision) AND r.rule_set <> k.id
     WHERE (s.id, r.n) > ($1::uuid, $2::int) AND s.origin = 'filed' AND NOT s.practice
       AND NOT EXISTS (SELECT 1 FROM recomputation c WHERE c.submission_id = s.id AND c.n = r.n AND c.rule_set = k.id)
     ORDER BY s.id, r.n LIMIT $3`,
    [after?.submission ?? '00000000-0000-0000-0000-000000000000', after?.n ?? 0, limit],
  )

/**
 * Stores the figures of a revision under the rule set that counts now, or that its answers no longer give what was frozen by
 * its own rules, in the transaction at hand. Null where that was done before, also by another at the same moment.
 */
export const recomputeRevision = async (
  tx: Queryable,
  { submission, n, ruleSet }: PendingRecomputation,
  now: Date,
): Promise<Recomputed | null> => {
  const frozen = await evaluateFrozen(tx, submission, n)
  const figures = frozen && (await figuresUnder(tx, frozen, ruleSet))
  const sha256 = figures && figuresHash(figures)
  const outcome: Outcome = figures ? 'computed' : 'unlike'
  const made = await tx.query(
    'recomputation-insert',
    `INSERT INTO recomputation (submission_id, n, rule_set, outcome, sha256, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING n`,
    [submission, n, ruleSet, outcome, sha256, now],
  )
  if (made.length === 0) return null
  if (frozen && figures) await insertFigures(tx, { ...frozen, ruleSet, figures })
  return { outcome, sha256 }
}

/** Null where the revision's own rules no longer give what was frozen, so that nothing can be said. */
const figuresUnder = async (tx: Queryable, frozen: FrozenEvaluation, ruleSet: string): Promise<Figure[] | null> => {
  const [own, counting] = [await ruleSetById(tx, frozen.ruleSet), await ruleSetById(tx, ruleSet)]
  if (!own || !counting || !comesToFrozen(frozen.figures, frozen.figuresBy(own))) return null
  return frozen.figuresBy(counting)
}
