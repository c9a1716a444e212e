import { type LockedToMove, lockToMove, type Transaction } from '@sepakat/db'
import type { MoveName } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asked, judgeMove, type Sent } from './judgeMove.ts'
import { type Made, writeMove } from './writeMove.ts'

/**
 * One move of a submission, whole or not at all. Two who move at once come one after the other; the second is judged by what the
 * first left.
 * @param locked the submission, where it was locked already with more than a move asks for
 * @throws the problem that says why it cannot be made
 */
export const makeMove = async <M extends MoveName>(
  tx: Transaction,
  move: M,
  asked: Asked,
  sent: Sent = {},
  locked?: LockedToMove,
): Promise<Made<M>> => {
  const found = locked ?? (await lockToMove(tx, asked.params.id, asked.actor.person.id))
  if (!found) throw problem('not-found')
  const { decision, ready } = await judgeMove(tx, move, found, asked, sent)
  return writeMove(tx, {
    move,
    submission: found.submission,
    decision,
    ready,
    actor: asked.actor,
    now: asked.now,
    sent,
  })
}
