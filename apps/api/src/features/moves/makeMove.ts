import { lockToMove, type SubmissionRecord, type Transaction } from '@sepakat/db'
import type { MoveName } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asked, judgeMove, type Sent } from './judgeMove.ts'
import { type Made, writeMove } from './writeMove.ts'

/** What is answered of the submission as the move leaves it. */
interface AnswerBeside<T> {
  /** Whether it is told from the submission alone, so that it need not wait for its history. */
  mayBeRead: (before: SubmissionRecord) => boolean
  read: () => Promise<T>
}

/**
 * One move of a submission, whole or not at all. Two who move at once come one after the other; the second is judged by what the
 * first left.
 * @throws the problem that says why it cannot be made
 */
export const makeMove = async <M extends MoveName, T = undefined>(
  tx: Transaction,
  move: M,
  asked: Asked,
  sent: Sent = {},
  answer?: AnswerBeside<T>,
): Promise<Made<M, T>> => {
  const locked = await lockToMove(tx, asked.params.id, asked.actor.person.id)
  if (!locked) throw problem('not-found')
  const { decision, ready } = await judgeMove(tx, move, locked, asked, sent)
  return writeMove(tx, {
    move,
    submission: locked.submission,
    decision,
    ready,
    actor: asked.actor,
    now: asked.now,
    sent,
    beside: answer?.mayBeRead(locked.submission) ? answer.read : undefined,
  })
}
