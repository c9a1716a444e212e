import {
  AfterEvents,
  type AskedQuestion,
  actorNames,
  findQuestion,
  frozenNames,
  listQuestions,
  type Queryable,
  type Question,
} from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Asker, closerOf } from './closerOf.ts'

/** Questions as they are sent: figures and rows as the revision calls them, and who asked and answered. */
export const questionViews = async (tx: Queryable, all: readonly AskedQuestion[], asker: Asker) => {
  const closes = await closerOf(tx, asker, all)
  const nameOf = await actorNames(
    tx,
    all.flatMap(({ by, answers }) => [by, ...answers.map(answer => answer.by)]),
  )
  const views = []
  for (const { sha256, ...question } of all) {
    const names = await frozenNames(tx, { ...question, n: question.revision, sha256 })
    views.push({
      ...question,
      label: names.figures[question.code] ?? question.code,
      rowLabel: question.row === '' ? '' : (names.rows.get(question.row) ?? ''),
      mayClose: question.status !== 'closed' && closes(question),
      by: nameOf(question.by),
      at: question.at.toISOString(),
      answers: question.answers.map(answer => ({ ...answer, by: nameOf(answer.by) })),
    })
  }
  return views
}

/** A question about this report. @throws not-found */
export const questionOf = async (tx: Queryable, submission: string, id: string): Promise<Question> => {
  const question = await findQuestion(tx, id)
  if (question?.submission !== submission) throw problem('not-found')
  return question
}

/** How it is sent to who acted, once what was done to it is recorded. */
export const sentAfter = (id: string, asker: Asker) =>
  new AfterEvents(async tx => {
    const everywhere = { offices: null, reportTypes: null }
    const [question] = await questionViews(
      tx,
      await listQuestions(tx, { reach: everywhere, id, open: false, limit: 1 }),
      asker,
    )
    if (!question) throw problem('not-found')
    return question
  })
