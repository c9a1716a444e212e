import type { ActorId, Evaluation, MoveDecision, MoveName } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { Bound } from '../history/bound/bind.ts'
import { boundKind } from '../history/bound/boundKinds.ts'
import { type BoundColumns, boundColumns, recorded } from '../history/bound/readBound.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

export interface MoveToApply {
  submission: SubmissionRecord
  move: MoveName
  decision: MoveDecision
  by: ActorId
  at: Date
  /** The day until which the answer is awaited, of a return or reopening. */
  answerBy?: Date
  /** Where the move froze a revision: its number, and its exact progress. */
  frozen?: { n: number; progress: Evaluation['progress'] }
}

const submissionMove = statement(
  'submission-move',
  `UPDATE submission t SET status = $2, status_at = $3, status_by = $4, submitted_from = $5, claimed_by = $6, claimed_at = $7,
     reviewed_by = $8, open_all = $9, open_anchors = $10, return_due_at = $11, latest_revision = $12, approved_revision = $13,
     submitted_at = $14, progress = COALESCE($15, progress), progress_version = COALESCE($16, progress_version),
     recheck = CASE WHEN $17 THEN NULL ELSE recheck END
   WHERE id = $1 RETURNING t.id, ${boundColumns(boundKind('submission'))} AS columns`,
  { id: col.uuid, columns: col.jsonb.as<BoundColumns>().notNull('built here') },
)

/**
 * Writes what a decided move makes of the submission; what it leaves alone stays as it was locked.
 * @returns the submission as the event of the move binds it
 */
export const applyMove = async (tx: Queryable, ask: MoveToApply): Promise<Bound> => {
  const { submission, move, decision, by, at, answerBy, frozen } = ask
  const { to, claim, openAnchors = submission.openAnchors } = decision
  const same = to === submission.status
  const passedFirst = move === 'approve' && to === 'second-review'
  const judgedAgain = move === 'submit' || move === 'return' || move === 'reopen'
  const [moved] = await tx.query(submissionMove, [
    submission.id,
    to,
    same ? submission.statusAt : at,
    same ? submission.statusBy : by,
    decision.submittedFrom ?? submission.submittedFrom,
    claim === 'own' ? by : claim === 'none' ? null : submission.claimedBy,
    claim === 'own' ? at : claim === 'none' ? null : submission.claimedAt,
    passedFirst ? by : judgedAgain ? null : submission.reviewedBy,
    openAnchors === null,
    openAnchors ?? [],
    to === 'approved' ? null : (answerBy ?? submission.returnDueAt),
    frozen?.n ?? submission.latestRevision,
    to === 'approved' ? (frozen?.n ?? submission.latestRevision) : submission.approvedRevision,
    move === 'submit' ? at : submission.submittedAt,
    frozen ? JSON.stringify(frozen.progress) : null,
    frozen ? submission.version : null,
    move === 'submit',
  ])
  return { submission: { [submission.id]: moved ? recorded('submission', moved, '') : null } }
}
