import { AfterEvents, latestSealMark, type Queryable, type Transaction, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import type { Asked } from './judgeMove.ts'
import { makeMove } from './makeMove.ts'

/** Submits the report and answers with its receipt. */
export const submit = async (
  tx: Transaction,
  { body, ...asked }: Asked & Pick<Context<'POST /submissions/:id/submit'>, 'body'>,
) => {
  const { frozen, event } = await makeMove(tx, 'submit', asked, { deviceAt: body.deviceAt })
  const { revision, receipt: number, sha256 } = frozen!
  const answer = async (tx: Queryable) => {
    const [submission, seal] = await Promise.all([shownSubmission(tx, asked), latestSealMark(tx)])
    return { submission, receipt: { number, revision, at: asked.now.toISOString(), sha256, seal } }
  }
  return written(new AfterEvents(answer), event)
}
