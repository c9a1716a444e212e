import {
  answerReopenRequests,
  applyMove,
  dropTicks,
  type EvaluatedSubmission,
  enqueueRechecks,
  type Frozen,
  freezeRevision,
  type Queryable,
  type ReturnedEvent,
  type SubmissionRecord,
  submissionStream,
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

/** Writes what was decided, and all that follows from it. */
export const writeMove = async <M extends MoveName>(
  tx: Queryable,
  { move, submission, decision, ready, actor, now, sent }: ToWrite<M>,
): Promise<Made<M>> => {
  const by = { by: actor.id, at: now }
  // What an evaluator wrote becomes part of the report when it is approved, in a revision of its own.
  const freezes = ready !== null && (move === 'submit' || decision.to === 'approved')
  const frozen = freezes ? await freezeRevision(tx, { submission, ...by, ...ready }) : undefined
  const submitter = move === 'submit' ? actor.person.id : null
  const carried = ready && frozen ? await carryTicks(tx, submission, { ...ready, n: frozen.n, submitter }) : []
  const dropped = move === 'sign' ? await dropTicks(tx, submission, actor.person.id) : []
  const { note, ...data } = await recordOf(tx, { move, submission, decision, ...by, sent, ready, frozen })
  const requests = isOpen(decision.to)
    ? await answerReopenRequests(tx, { submission: submission.id, status: 'granted', ...by })
    : []
  await applyMove(tx, {
    submission,
    move,
    decision,
    ...by,
    answerBy: sent.answerBy,
    frozen: frozen && ready ? { n: frozen.n, progress: ready.evaluation.progress } : undefined,
  })
  await enqueueRechecks(tx, submission, move)
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
  }
  return { frozen, event: event as EventOfMove[M] }
}
