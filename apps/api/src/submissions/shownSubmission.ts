import type { Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { reply } from '#http/route.ts'
import { viewSubmissionIn } from './viewSubmission.ts'

type Asked = Pick<Context<'GET /submissions/:id'>, 'params' | 'actor' | 'now'>

/** The submission as it is sent to who asks, in the transaction that has just written it. @throws not-found */
export const shownSubmission = async (tx: Queryable, { params: { id }, actor, now }: Asked) => {
  const submission = await viewSubmissionIn(tx, { id, asker: actor, now })
  if (submission === null) throw problem('not-found')
  return submission
}

/** Its answer, with its version as the validator. */
export const withVersion = async <V extends { version: number }>(submission: Promise<V>) => {
  const shown = await submission
  return reply(shown, { version: shown.version })
}
