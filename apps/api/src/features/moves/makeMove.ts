import { lockSubmission, type Queryable } from '@sepakat/db'
import type { MoveName } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asked, judgeMove, type Sent } from './judgeMove.ts'
import { type Made, writeMove } from './writeMove.ts'

/**
 * One move of a submission, whole or not at all. Two who move at once come one after the other; the second is judged by what the
 * first left.
 * @throws the problem that says why it cannot be made
 */
export const makeMove = async <M extends MoveName>(
  tx: Queryable,
  move: M,
  asked: Asked,
  sent: Sent = {},
): Promise<Made<M>> => {
  const submission = await lockSubmission(tx, asked.params.id)
  if (!submission) throw problem('not-found')
  const { decision, ready } = await judgeMove(tx, move, submission, asked, sent)
  return writeMove(tx, { move, submission, decision, ready, actor: asked.actor, now: asked.now, sent })
}
