import {
  answerReopenRequests,
  applyMove,
  dropTicks,
  type EvaluatedSubmission,
  enqueueRechecks,
  type Frozen,
  freezeRevision,
  movedRecord,
  numberOfNext,
  type ReturnedEvent,
  type SubmissionRecord,
  submissionStream,
  type Transaction,
} from '@sepakat/db'
import { isOpen, type MoveDecision, type MoveName, moveEvents } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { carryTicks } from './carryTicks.ts'
import type { Sent } from './judgeMove.ts'
import { recordOf } from './recordOf.ts'

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
