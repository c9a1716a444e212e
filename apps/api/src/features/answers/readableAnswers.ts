import { findSubmission, reader, recordReading, type SubmissionRecord } from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInside, mayRead, requireSeen } from '#submissions/asker.ts'

type Asked = Pick<Context<'GET /submissions/:id/answers'>, 'params' | 'actor' | 'db' | 'now'>

/**
 * The submission whose answers who asks may read as they are now, or the `part` of them that was handed over. That somebody outside
 * its office reads them is recorded.
 * @throws not-found, no-right
 */
export const readableAnswers = async ({
  params,
  actor,
  db,
  now,
}: Asked): Promise<SubmissionRecord & { part: Anchor[] | null }> => {
  const { submission, part } = requireSeen(actor, await findSubmission(reader(db), params.id))
  if (part !== null) return { ...submission, part }
  if (!mayRead(actor, submission))
    throw problem('no-right', { detail: 'Isian ini masih di tangan perangkat daerahnya dan belum dikirim.' })
  if (!isInside(actor, submission)) await recordReading(db, { submission: submission.id, actor: actor.id, at: now })
  return { ...submission, part }
}
