import {
  answerQuestion,
  bind,
  closeQuestion,
  listQuestions,
  lockHead,
  lockSubmission,
  noEvent,
  type Queryable,
  reader,
  submissionStream,
  written,
} from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { isInside, requireMay } from '#submissions/asker.ts'
import { ask } from './ask.ts'
import { closerOf } from './closerOf.ts'
import { questionOf, questionViews, sentAfter } from './questionOf.ts'

/** More than a region asks in a year are not read at once. */
const most = 200

/** Questions about figures within reach, the newest first. */
const list = async ({
  query,
  actor,
  db,
  today,
}: Pick<Context<'GET /questions'>, 'query' | 'actor' | 'db' | 'today'>) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { items: [] }
  const tx = reader(db)
  const found = await listQuestions(tx, { ...query, reach, open: query.open ?? false, limit: most })
  return { items: await questionViews(tx, found, actor) }
}

type AnswerAsked = Pick<
  Context<'POST /submissions/:id/questions/:question/answers'>,
  'params' | 'body' | 'actor' | 'now'
>

/** The office's answer, of its operator or its head. @throws not-found, no-right; wrong-status where it is closed */
const answer = async (tx: Queryable, { params, body, actor, now }: AnswerAsked) => {
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
  return written(sentAfter(question.id, actor), {
    stream: submissionStream(submission.id),
    type: 'figure.answered',
    data: { question: question.id, answer: question.answers.length + 1 },
    binds,
    ...read,
  })
}

/** Closed by who asked, answered or not; by whom in place of a post that has ended: `closerOf`. @throws not-found, no-right */
const close = async (
  tx: Queryable,
  { params, actor }: Pick<Context<'POST /submissions/:id/questions/:question/close'>, 'params' | 'actor'>,
) => {
  const [found] = await Promise.all([lockSubmission(tx, params.id), lockHead(tx, submissionStream(params.id))])
  const submission = requireMay(actor, 'figure.read', found)
  if (isInside(actor, submission)) throw problem('no-right')
  const question = await questionOf(tx, submission.id, params.question)
  const closes = await closerOf(tx, actor, [question])
  if (!closes(question)) throw problem('no-right', { detail: 'Permintaan penjelasan ditutup oleh yang memintanya.' })
  if (question.status === 'closed') return noEvent(await sentAfter(question.id, actor).read(tx))
  const binds = { question: [question.id] }
  const [, read] = await Promise.all([closeQuestion(tx, question.id), bind(tx, binds)])
  return written(sentAfter(question.id, actor), {
    stream: submissionStream(submission.id),
    type: 'figure.closed',
    data: { question: question.id },
    binds,
    ...read,
  })
}

export const questionHandlers = handlers({
  'GET /questions': list,
  'POST /submissions/:id/questions': asked => asked.write(tx => ask(tx, asked)),
  'POST /submissions/:id/questions/:question/answers': asked => asked.write(tx => answer(tx, asked)),
  'POST /submissions/:id/questions/:question/close': asked => asked.write(tx => close(tx, asked)),
})
