import { AfterEvents, latestSealMark, type Queryable, type Transaction, written } from '@sepakat/db'
import { may } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import type { Asked } from './judgeMove.ts'
import { makeMove } from './makeMove.ts'

/** Submits the report and answers with its receipt. */
export const submit = async (
  tx: Transaction,
  { body, ...asked }: Asked & Pick<Context<'POST /submissions/:id/submit'>, 'body'>,
) => {
  const show = (tx: Queryable) => Promise.all([shownSubmission(tx, asked), latestSealMark(tx)])
  const made = await makeMove(
    tx,
    'submit',
    asked,
    { deviceAt: body.deviceAt },
    {
      // what a reviewer did is told from history, and ticks may still be on their way from the revision before
      mayBeRead: ({ latestRevision }) =>
        latestRevision === null && !may(asked.actor.access, 'submission.review', { today: asked.actor.today }),
      read: () => show(tx),
    },
  )
  const { revision, receipt: number, sha256 } = made.frozen!
  const answer = ([submission, seal]: Awaited<ReturnType<typeof show>>) => ({
    submission,
    receipt: { number, revision, at: asked.now.toISOString(), sha256, seal },
  })
  return written(made.read ? answer(made.read) : new AfterEvents(async tx => answer(await show(tx))), made.event)
}
