import { answerQuestion, bind, lockHead, lockSubmission, type Queryable, submissionStream, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInside, requireMay } from '#submissions/asker.ts'
import { questionOf, sentAfter } from './questionOf.ts'

type Asked = Pick<Context<'POST /submissions/:id/questions/:question/answers'>, 'params' | 'body' | 'actor' | 'now'>

/** The office's answer, of its operator or its head. @throws not-found, no-right; wrong-status where it is closed */
export const answer = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const [found] = await Promise.all([lockSubmission(tx, params.id), lockHead(tx, submissionStream(params.id))])
  const submission = requireMay(actor, 'submission.read', found)
  if (!isInside(actor, submission)) throw problem('no-right')
  const question = await questionOf(tx, submission.id, params.question)
  if (question.status === 'closed')
    throw problem('wrong-status', { detail: 'Permintaan penjelasan ini sudah ditutup.' })
  const binds = { question: [question.id] }
  const [, read] = await Promise.all([
    answerQuestion(tx, question.id, { text: body.text, by: actor.id, at: now.toISOString() }),
    bind(tx, binds),
  ])
  return written(sentAfter(question.id), {
    stream: submissionStream(submission.id),
    type: 'figure.answered',
    data: { question: question.id, answer: question.answers.length + 1 },
    binds,
    ...read,
  })
}
