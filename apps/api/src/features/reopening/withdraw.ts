import { AfterEvents, answerReopenRequests, noEvent, type Queryable, submissionStream, written } from '@sepakat/db'
import { shownSubmission } from '#submissions/shownSubmission.ts'
import { type Asked, answered, findRequest } from './findRequest.ts'

/** The office withdraws what it asked; a second time changes nothing. @throws not-found, no-right, wrong-status */
export const withdraw = async (tx: Queryable, asked: Asked) => {
  const { params, actor, now } = asked
  const { submission, status } = await findRequest(tx, asked, 'submission.write')
  if (status === 'withdrawn') return noEvent(await shownSubmission(tx, asked))
  if (status !== 'open') throw answered(status)
  const request = { submission: submission.id, id: params.request }
  await answerReopenRequests(tx, { ...request, status: 'withdrawn', by: actor.id, at: now })
  return written(new AfterEvents(tx => shownSubmission(tx, asked)), {
    stream: submissionStream(submission.id),
    type: 'reopening.withdrawn',
    data: { request: params.request.toLowerCase() },
    binds: { reopening: [params.request] },
  })
}
