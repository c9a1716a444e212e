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

/** The submission as a decided move leaves it; what the move leaves alone stays as it was locked. */
export const movedRecord = (ask: MoveToApply): SubmissionRecord => {
  const { submission, move, decision, by, at, answerBy, frozen } = ask
  const { to, claim, openAnchors = submission.openAnchors } = decision
  const same = to === submission.status
  const passedFirst = move === 'approve' && to === 'second-review'
  const judgedAgain = move === 'submit' || move === 'return' || move === 'reopen'
  const latestRevision = frozen?.n ?? submission.latestRevision
  return {
    ...submission,
    status: to,
    statusAt: same ? submission.statusAt : at,
    statusBy: same ? submission.statusBy : by,
    submittedFrom: decision.submittedFrom ?? submission.submittedFrom,
    claimedBy: claim === 'own' ? by : claim === 'none' ? null : submission.claimedBy,
    claimedAt: claim === 'own' ? at : claim === 'none' ? null : submission.claimedAt,
    reviewedBy: passedFirst ? by : judgedAgain ? null : submission.reviewedBy,
    openAnchors,
    returnDueAt: to === 'approved' ? null : (answerBy ?? submission.returnDueAt),
    latestRevision,
    approvedRevision: to === 'approved' ? latestRevision : submission.approvedRevision,
    submittedAt: move === 'submit' ? at : submission.submittedAt,
    progress: frozen?.progress ?? submission.progress,
    progressVersion: frozen ? submission.version : submission.progressVersion,
  }
}

/** Writes what a decided move makes of the submission. @returns the submission as the event of the move binds it */
export const applyMove = async (
  tx: Queryable,
  left: SubmissionRecord,
  { move, frozen }: Pick<MoveToApply, 'move' | 'frozen'>,
): Promise<Bound> => {
  const [moved] = await tx.query(submissionMove, [
    left.id,
    left.status,
    left.statusAt,
    left.statusBy,
    left.submittedFrom,
    left.claimedBy,
    left.claimedAt,
    left.reviewedBy,
    left.openAnchors === null,
    left.openAnchors ?? [],
    left.returnDueAt,
    left.latestRevision,
    left.approvedRevision,
    left.submittedAt,
    frozen ? JSON.stringify(left.progress) : null,
    frozen ? left.progressVersion : null,
    move === 'submit',
  ])
  return { submission: { [left.id]: moved ? recorded('submission', moved, '') : null } }
}

const moveOpenNumber = statement(
  'move-open-number',
  `SELECT number FROM submission WHERE office_id = $1 AND form = $2 AND period = $3 AND status <> 'approved'`,
  { number: col.int4 },
)

/** The number of the submission of this office, form and period that is not approved; at most one is. Null where all are. */
export const openNumber = async (
  tx: Queryable,
  { officeId, form, period }: SubmissionRecord,
): Promise<number | null> => {
  const [row] = await tx.query(moveOpenNumber, [officeId, form, period])
  return row?.number ?? null
}
