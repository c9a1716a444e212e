import { type Frozen, insertNote, openNoteIds, type Queryable, type SubmissionRecord } from '@sepakat/db'
import type { ActorId, MoveDecision, MoveName } from '@sepakat/rules'
import type { Sent } from './judgeMove.ts'

interface ToRecord {
  move: MoveName
  submission: SubmissionRecord
  decision: MoveDecision
  by: ActorId
  at: Date
  sent: Sent
  frozen: Promise<Frozen> | undefined
}

/** What history keeps of a move. A reason is a text of a person, so it is written as a note and history names the note. */
export const recordOf = async (
  tx: Queryable,
  { move, submission, decision: { to, openAnchors }, by, at, sent, frozen }: ToRecord,
): Promise<Record<string, unknown> & { note?: string | undefined }> => {
  const { reason, answerBy, deviceAt } = sent
  const revision = submission.latestRevision
  if (frozen) {
    const { dueAt, returnDueAt, status } = submission
    const due = status === 'returned' ? returnDueAt : dueAt
    const record = await frozen
    if (move === 'approve') return { to, evaluated: revision, ...record }
    return { to, late: due !== null && due < at, deviceAt, ...record }
  }
  // Why a reviewer had to let go asks nothing of the office.
  const status = move === 'unclaim' ? 'resolved' : 'open'
  const about = { submission: submission.id, anchor: '', revision, by, at } as const
  const [note, notes] = await Promise.all([
    reason === undefined ? undefined : insertNote(tx, { ...about, text: reason, status }),
    move === 'return' ? openNoteIds(tx, submission.id) : undefined,
  ])
  const anchors = openAnchors === undefined || move === 'approve' ? undefined : openAnchors
  const claimed = move === 'unclaim' ? submission.claimedBy : undefined
  return { to, revision, claimed, note, notes, dueAt: answerBy?.toISOString(), anchors }
}
