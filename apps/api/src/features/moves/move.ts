import { AfterEvents, type Transaction, written } from '@sepakat/db'
import type { MoveName } from '@sepakat/rules'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import type { Asked, Sent } from './judgeMove.ts'
import { makeMove } from './makeMove.ts'

/** Moves the submission and answers with it as it is then. */
export const move = async <M extends MoveName>(tx: Transaction, name: M, asked: Asked, sent?: Sent) => {
  const { event } = await makeMove(tx, name, asked, sent)
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), event)
}
