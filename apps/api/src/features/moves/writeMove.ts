import {
  type AcceptedIn,
  acceptedDigest,
  answerReopenRequests,
  applyMove,
  copyTicks,
  dropTicks,
  type EvaluatedSubmission,
  enqueueRechecks,
  type Frozen,
  freezeRevision,
  insertNote,
  movedRecord,
  numberOfNext,
  openNoteIds,
  type Queryable,
  type ReturnedEvent,
  readHands,
  type SubmissionRecord,
  submissionStream,
  type Transaction,
  ticksWithPeople,
} from '@sepakat/db'
import {
  type ActorId,
  type Anchor,
  heldDue,
  isOpen,
  type MoveDecision,
  type MoveName,
  moveEvents,
} from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import type { Sent } from './judgeMove.ts'

/**
 * Takes the ticks of the revision before along to revision `n`, where row, reason and proof are as they were accepted, with who set
 * them and when. Not those of a person who has written in the report since, nor of the one who submits it (`submitter`, whose event
 * is still to be written): no user accepts his or her own work.
 * @returns those taken along, in the order of their anchors
 */
const carryTicks = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { n, submitter, ...frozen }: AcceptedIn & { n: number; submitter: string | null },
): Promise<{ anchor: Anchor; digest: string }[]> => {
  const { id, latestRevision: from } = submission
  if (from === null) return []
  const before = await ticksWithPeople(tx, id, from)
  const clean = new Set<string | null>()
  for (const person of new Set(before.map(tick => tick.person)))
    if (person !== null && person !== submitter && (await readHands(tx, submission, person)).clean) clean.add(person)
  const kept = before.filter(
    ({ anchor, digest, person }) => clean.has(person) && digest === acceptedDigest(frozen, anchor),
  )
  await copyTicks(tx, { submission: id, from, to: n, anchors: kept.map(({ anchor }) => anchor) })
  return kept.map(({ anchor, digest }) => ({ anchor, digest }))
}

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
const recordOf = async (
  tx: Queryable,
  { move, submission, decision: { to, openAnchors }, by, at, sent, frozen }: ToRecord,
): Promise<Record<string, unknown> & { note?: string | undefined }> => {
  const { reason, answerBy, deviceAt } = sent
  const revision = submission.latestRevision
  if (frozen) {
    const due = heldDue(submission)
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

type EventOfMove = { [M in MoveName]: ReturnedEvent<(typeof moveEvents)[M]> }

export interface Made<M extends MoveName> {
  frozen: Frozen | undefined
  event: EventOfMove[M]
  /** The submission as the move leaves it. */
  left: SubmissionRecord
}

interface ToWrite<M extends MoveName> {
  move: M
  submission: SubmissionRecord
  decision: MoveDecision
  /** The evaluation that the move took, if any. */
  ready: EvaluatedSubmission | null
  actor: Acting
  now: Date
  sent: Sent
}

/** Writes what was decided, and all that follows from it: sent together, the revision first, since what follows names it. */
export const writeMove = async <M extends MoveName>(
  tx: Transaction,
  { move, submission, decision, ready, actor, now, sent }: ToWrite<M>,
): Promise<Made<M>> => {
  const by = { by: actor.id, at: now }
  // What an evaluator wrote becomes part of the report when it is approved, in a revision of its own.
  const freezes = ready !== null && (move === 'submit' || decision.to === 'approved')
  const n = numberOfNext(submission)
  const submitter = move === 'submit' ? actor.person.id : null
  // a reason is bound as a note, and an opening answers requests
  const alone = sent.reason === undefined && !isOpen(decision.to)
  const frozenAs = freezes ? { n, progress: ready.evaluation.progress } : undefined
  const toApply = { submission, move, decision, ...by, answerBy: sent.answerBy, frozen: frozenAs }
  const left = movedRecord(toApply)
  const freezing = freezes ? freezeRevision(tx, { submission, ...by, ...ready }) : undefined
  const [frozen, { note, ...data }, carried, dropped, requests, bound] = await Promise.all([
    freezing,
    recordOf(tx, { move, submission, decision, ...by, sent, frozen: freezing }),
    freezes ? carryTicks(tx, submission, { ...ready, n, submitter }) : [],
    move === 'sign' ? dropTicks(tx, submission, actor.person.id) : [],
    isOpen(decision.to) ? answerReopenRequests(tx, { submission: submission.id, status: 'granted', ...by }) : [],
    applyMove(tx, left, toApply),
    enqueueRechecks(tx, submission, move),
  ])
  const event: EventOfMove[MoveName] = {
    stream: submissionStream(submission.id),
    type: moveEvents[move],
    data: {
      note,
      ...data,
      ...(carried.length > 0 && { ticks: carried }),
      ...(dropped.length > 0 && { unticked: dropped }),
      ...(requests.length > 0 && { requests }),
    },
    binds: { submission: [submission.id], note: note === undefined ? [] : [note], reopening: requests },
    bound: alone ? bound : undefined,
  }
  return { frozen, event: event as EventOfMove[M], left }
}
