import {
  bind,
  closeQuestion,
  lockHead,
  lockSubmission,
  noEvent,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInside, requireMay } from '#submissions/asker.ts'
import { questionOf, sentAfter } from './questionOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/questions/:question/close'>, 'params' | 'actor'>

/** Closed by who asked, answered or not. @throws not-found, no-right */
export const close = async (tx: Queryable, { params, actor }: Asked) => {
  const [found] = await Promise.all([lockSubmission(tx, params.id), lockHead(tx, submissionStream(params.id))])
  const submission = requireMay(actor, 'figure.read', found)
  if (isInside(actor, submission)) throw problem('no-right')
  const question = await questionOf(tx, submission.id, params.question)
  if (question.by !== actor.id)
    throw problem('no-right', { detail: 'Permintaan penjelasan ditutup oleh yang memintanya.' })
  if (question.status === 'closed') return noEvent(await sentAfter(question.id).read(tx))
  const binds = { question: [question.id] }
  const [, read] = await Promise.all([closeQuestion(tx, question.id), bind(tx, binds)])
  return written(sentAfter(question.id), {
    stream: submissionStream(submission.id),
    type: 'figure.closed',
    data: { question: question.id },
    binds,
    ...read,
  })
}
