import { AfterEvents, answerReopenRequests, type Queryable, submissionStream, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import { type Asked, answered, findRequest } from './findRequest.ts'

type Declining = Asked & Pick<Context<'POST /submissions/:id/reopen-requests/:request/decline'>, 'body'>

/** Those who may open the report decline: it stays as it is, and the office keeps what it typed. @throws not-found, no-right, wrong-status */
export const decline = async (tx: Queryable, asked: Declining) => {
  const { params, body, actor, now } = asked
  const { submission, status } = await findRequest(tx, asked, 'submission.reopen')
  if (status !== 'open') throw answered(status)
  await answerReopenRequests(tx, {
    submission: submission.id,
    id: params.request,
    status: 'declined',
    answer: body.reason,
    by: actor.id,
    at: now,
  })
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'reopening.declined',
    data: { request: params.request.toLowerCase() },
    binds: { reopening: [params.request] },
  })
}
