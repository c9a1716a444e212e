import {
  AfterEvents,
  latestSealMark,
  lockToSubmit,
  type Queryable,
  submittedDetails,
  type Transaction,
  written,
} from '@sepakat/db'
import { may } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import { viewDetails } from '#submissions/viewSubmission.ts'
import type { Asked } from './judgeMove.ts'
import { makeMove } from './makeMove.ts'

/** Submits the report and answers with its receipt. */
export const submit = async (
  tx: Transaction,
  { body, ...asked }: Asked & Pick<Context<'POST /submissions/:id/submit'>, 'body'>,
) => {
  const { actor, now } = asked
  const ask = { actor: actor.id, person: actor.person.id, today: actor.today }
  const locked = await lockToSubmit(tx, asked.params.id, ask)
  if (!locked) throw problem('not-found')
  const { frozen, event, left } = await makeMove(tx, 'submit', asked, { deviceAt: body.deviceAt }, locked)
  const { revision, receipt: number, sha256 } = frozen!
  type Shown = Awaited<ReturnType<typeof shownSubmission>>
  const answer = (submission: Shown, seal: string | null) => ({
    submission,
    receipt: { number, revision, at: now.toISOString(), sha256, seal },
  })
  // what a reviewer did is told from history, and ticks of the revision before were perhaps taken along
  if (revision > 1 || may(actor.access, 'submission.review', { today: actor.today })) {
    const read = async (tx: Queryable) =>
      answer(...(await Promise.all([shownSubmission(tx, asked), latestSealMark(tx)])))
    return written(new AfterEvents(read), event)
  }
  const shown = await viewDetails(tx, submittedDetails(left, locked.told), { asker: actor, now })
  if (shown === null) throw problem('not-found')
  return written(answer(shown, locked.told.seal), event)
}
