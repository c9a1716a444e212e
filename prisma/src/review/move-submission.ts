import {
  type Anchor,
  decideMove,
  type Finding,
  givenFindings,
  isEvaluated,
  isOpen,
  kinds,
  type MoveDecision,
  type MoveFacts,
  type MoveName,
  type MoveNeed,
  type Status,
} from '@sepakat/rules'
import { appendEvent, submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { answerReopenRequests } from '../reopening/reopen-request.ts'
import { readMoves } from '../settings/settings.ts'
import { type Asker, mayTo } from '../submissions/asker.ts'
import { moveFacts } from '../submissions/move-facts.ts'
import { type EvaluatedSubmission, evaluateSubmission } from '../submissions/refresh-progress.ts'
import { lockSubmission, type SubmissionRecord } from '../submissions/submission.ts'
import { isAnchorOf } from './anchors.ts'
import { applyMove } from './apply-move.ts'
import { enqueueRechecks } from './enqueue-rechecks.ts'
import { type Frozen, freezeRevision } from './freeze-revision.ts'
import { handedIn } from './hand-in.ts'
import { moveEvents } from './move-events.ts'
import { insertNote, openNoteIds } from './notes.ts'
import { openNumber } from './open-number.ts'
import { carryTicks, dropTicks } from './ticks.ts'

export interface MoveAsk {
  submission: string
  move: MoveName
  asker: Asker
  now: Date
  /** The version its sender saw. */
  ifMatch?: number
  reason?: string
  answerBy?: Date
  /** What a return or reopening leaves open; absent: all. */
  anchors?: Anchor[]
  /** When the device says it was asked, of a handing in that waited without a network. A statement, not a time. */
  deviceAt?: string
}

export type MoveOutcome =
  | { outcome: 'moved'; frozen?: Frozen }
  | { outcome: 'not-found' | 'no-right' | 'clean-hands' }
  /** A Perubahan of it is open: only one of an office, form and period is at a time. */
  | { outcome: 'another-open'; number: number }
  | { outcome: 'stale'; version: number }
  | { outcome: 'wrong-status'; status: Status }
  | { outcome: 'needs-unmet'; needs: MoveNeed[]; blocking: Finding[] }
  | { outcome: 'bad-anchor'; at: number }

/**
 * One move of a submission, whole or not at all: lock, read, decide (pure), freeze, write, append the event, enqueue what
 * follows. Two who move at once come one after the other; the second is judged by what the first left.
 */
export const moveSubmission = async (tx: Queryable, ask: MoveAsk): Promise<MoveOutcome> => {
  const { move, asker, now } = ask
  const submission = await lockSubmission(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  const openAnchors = ask.anchors === undefined || ask.anchors.includes('') ? null : ask.anchors
  const settings = await readMoves(tx, submission.reportType)
  const facts = await moveFacts(tx, submission, asker, now, settings, {
    reason: ask.reason,
    answerBy: ask.answerBy?.toISOString(),
    openAnchors,
  })
  const refused = refusal(ask, submission, facts)
  if (refused) return refused
  const another = move === 'reopen' ? await openNumber(tx, submission) : null
  if (another !== null) return { outcome: 'another-open', number: another }
  const bad = openAnchors?.findIndex(anchor => !isAnchorOf(kinds[submission.form], anchor)) ?? -1
  if (bad >= 0) return { outcome: 'bad-anchor', at: bad }

  const kind = kinds[submission.form]
  const freezes = move === 'submit' || (move === 'approve' && kind !== undefined && isEvaluated(kind))
  const ready = freezes ? await evaluateSubmission(tx, submission) : null
  if (freezes && ready === null) return { outcome: 'not-found' }
  const judged = (move === 'submit' ? ready?.evaluation.findings : ready?.evaluation.review) ?? []
  const withOthers = move === 'submit' ? givenFindings(submission.contributions) : []
  const blocking = [...judged.filter(({ blocks }) => blocks), ...withOthers]
  const counted = move === 'submit' ? { blocking: blocking.length } : { unevaluated: blocking.length }
  const decision = decideMove(move, { ...facts, ...counted })
  if ('refused' in decision) return { outcome: 'needs-unmet', needs: decision.needs, blocking }

  // What an evaluator wrote becomes part of the report when it is approved, in a revision of its own.
  const frozen =
    ready && (move === 'submit' || decision.to === 'approved')
      ? await freezeRevision(tx, { submission, asker, now, ...ready })
      : undefined
  const submitter = move === 'submit' ? asker.person.id : null
  const carried = ready && frozen ? await carryTicks(tx, submission, { ...ready, n: frozen.n, submitter }) : []
  const dropped = move === 'sign' ? await dropTicks(tx, submission, asker.person.id) : []
  const { note, ...data } = await eventData(tx, ask, submission, decision, ready, frozen)
  const requests = isOpen(decision.to)
    ? await answerReopenRequests(tx, { submission: submission.id, status: 'granted', by: asker.id, at: now })
    : []
  await applyMove(tx, {
    submission,
    move,
    decision,
    asker,
    now,
    answerBy: ask.answerBy,
    frozen: frozen && ready ? { n: frozen.n, progress: ready.evaluation.progress } : undefined,
  })
  const stream = submissionStream(submission.id)
  await appendEvent(tx, {
    stream,
    type: moveEvents[move],
    actor: asker.id,
    at: now,
    data: {
      note,
      ...data,
      ...(carried.length > 0 && { ticks: carried }),
      ...(dropped.length > 0 && { unticked: dropped }),
      ...(requests.length > 0 && { requests }),
    },
    binds: { submission: [submission.id], note: note === undefined ? [] : [note], reopening: requests },
  })
  await enqueueRechecks(tx, submission, move)
  return { outcome: 'moved', frozen }
}

/** Everything that refuses before the answers are looked at: what blocks a handing in comes last and takes an evaluation. */
const refusal = (ask: MoveAsk, submission: SubmissionRecord, facts: MoveFacts): MoveOutcome | null => {
  const { move, asker, ifMatch } = ask
  const decision = decideMove(move, facts)
  const refused = 'refused' in decision ? decision.refused : null
  if (refused === 'no-right') return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  if (ifMatch !== undefined && ifMatch !== submission.version) return { outcome: 'stale', version: submission.version }
  if (refused === 'wrong-status') return { outcome: 'wrong-status', status: submission.status }
  if (refused === 'clean-hands') return { outcome: 'clean-hands' }
  // Of a handing in all that lacks is named at once, findings too.
  if (refused === 'needs-unmet' && move !== 'submit')
    return { outcome: 'needs-unmet', needs: 'needs' in decision ? decision.needs : [], blocking: [] }
  return null
}

/** What history keeps of a move. A reason is a text of a person, so it stands as a note and history names the note. */
const eventData = async (
  tx: Queryable,
  { move, asker, now, reason, answerBy, deviceAt }: MoveAsk,
  submission: SubmissionRecord,
  { to, openAnchors }: MoveDecision,
  ready: EvaluatedSubmission | null,
  frozen: Frozen | undefined,
): Promise<Record<string, unknown> & { note?: string | undefined }> => {
  const revision = submission.latestRevision
  if (ready && frozen) {
    const { dueAt, returnDueAt, status } = submission
    const due = status === 'returned' ? returnDueAt : dueAt
    const record = await handedIn(tx, submission, ready.loaded, frozen)
    if (move === 'approve') return { to, evaluated: revision, ...record }
    return { to, late: due !== null && due < now, deviceAt, ...record }
  }
  // Why a reviewer had to let go asks nothing of the office.
  const status = move === 'unclaim' ? 'resolved' : 'open'
  const about = { submission: submission.id, anchor: '', revision, by: asker.id, at: now } as const
  const note = reason === undefined ? undefined : await insertNote(tx, { ...about, text: reason, status })
  const notes = move === 'return' ? await openNoteIds(tx, submission.id) : undefined
  const anchors = openAnchors === undefined || move === 'approve' ? undefined : openAnchors
  const claimed = move === 'unclaim' ? submission.claimedBy : undefined
  return { to, revision, claimed, note, notes, dueAt: answerBy?.toISOString(), anchors }
}
