import type { Queryable } from '../database.ts'
import { lowestId } from '../lowestId.ts'
import { col, rowOf, statement } from '../statement.ts'

/** `unlike`: its answers no longer give what was frozen by its own rules. */
export const recomputationOutcomes = ['computed', 'unlike'] as const
export type RecomputationOutcome = (typeof recomputationOutcomes)[number]

/** A revision whose year another rule set counts for than its own, and which was not tried for that yet. */
export interface PendingRecomputation {
  submission: string
  n: number
  ruleSet: string
}

// By SQL: which rule set counts in a year is a view.
const recomputationsPending = statement(
  'recomputations-pending',
  `SELECT s.id AS submission, r.n, k.id AS "ruleSet"
   FROM submission s
   JOIN counting_rule_set k ON left(s.period, 4)::int >= k.from_year AND left(s.period, 4)::int < k.before_year
   JOIN revision r ON r.submission_id = s.id AND r.n IN (s.approved_revision, s.latest_revision) AND r.rule_set <> k.id
   WHERE (s.id, r.n) > ($1::uuid, $2::int) AND s.origin = 'filed' AND NOT s.practice
     AND NOT EXISTS (SELECT 1 FROM recomputation c WHERE c.submission_id = s.id AND c.n = r.n AND c.rule_set = k.id)
   ORDER BY s.id, r.n LIMIT $3`,
  rowOf<PendingRecomputation>({
    submission: col.uuid,
    n: col.int4,
    ruleSet: col.text.notNull('a rule set counts in every year'),
  }),
)

/** The next page of them, by submission: of each the revision that is approved and the one last submitted. */
export const pendingRecomputations = (
  tx: Queryable,
  { after, limit }: { after: Pick<PendingRecomputation, 'submission' | 'n'> | null; limit: number },
): Promise<PendingRecomputation[]> =>
  tx.query(recomputationsPending, [after?.submission ?? lowestId, after?.n ?? 0, limit])

/** @returns false where it was made before, also by another at the same moment */
export const addRecomputation = async (
  tx: Queryable,
  { submission: submissionId, n, ruleSet: ruleSetId }: PendingRecomputation,
  tried: { outcome: RecomputationOutcome; sha256: string | null; at: Date },
): Promise<boolean> => {
  const data = { submissionId, n, ruleSetId, ...tried }
  return (await tx.prisma.recomputation.createMany({ data, skipDuplicates: true })).count > 0
}
