import { AfterEvents, findQuestion, listQuestions, type Queryable, type Question } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { questionViews } from './view.ts'

/** A question about this report. @throws not-found */
export const questionOf = async (tx: Queryable, submission: string, id: string): Promise<Question> => {
  const question = await findQuestion(tx, id)
  if (question?.submission !== submission) throw problem('not-found')
  return question
}

/** How it is sent once what was done to it is recorded. */
export const sentAfter = (id: string) =>
  new AfterEvents(async tx => {
    const everywhere = { offices: null, reportTypes: null }
    const [question] = await questionViews(
      tx,
      await listQuestions(tx, { reach: everywhere, id, open: false, limit: 1 }),
    )
    if (!question) throw problem('not-found')
    return question
  })
