import { findSubmission, reader } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInside, mayTo } from '#submissions/asker.ts'
import { visibleRevisions } from '#submissions/visibleRevisions.ts'

export type Asked = Pick<Context<'GET /submissions/:id/revisions'>, 'params' | 'actor' | 'db'>

/** The submission with the revisions that who asks may see; `outside` where he or she is not of its office. @throws not-found */
export const seenRevisions = async ({ params, actor, db }: Asked) => {
  const tx = reader(db)
  const submission = await findSubmission(tx, params.id)
  if (!submission || !mayTo(actor, 'submission.read', submission)) throw problem('not-found')
  const revisions = await visibleRevisions(tx, actor, submission)
  return { tx, submission, revisions, outside: !isInside(actor, submission) }
}
