import { lockToMove, type Queryable, type SubmissionRecord } from '@sepakat/db'
import { cleanHandsMessage, isEvaluated, kinds, needLabels, type Permission, statusLabels } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import { type Asker, refusedAs } from './asker.ts'
import { moveFactsOf } from './moveFactsOf.ts'

/**
 * The submission, locked. Notes, ticks and an evaluator's cells are written by the user who has claimed it, while it is in review, with
 * clean hands. Of a form without an evaluation there is no right to evaluate.
 * @throws not-found, no-right, wrong-status, needs-unmet
 */
export const lockedReview = async (
  tx: Queryable,
  {
    id,
    asker,
    now,
    permission = 'submission.review',
  }: { id: string; asker: Asker; now: Date; permission?: Permission },
): Promise<SubmissionRecord & { latestRevision: number }> => {
  const locked = await lockToMove(tx, id, asker.person.id)
  if (!locked) throw problem('not-found')
  const { submission, known } = locked
  const { status, latestRevision } = submission
  const kind = kinds[submission.form]
  const facts = await moveFactsOf(tx, submission, { asker, now, known })
  const isAsked = permission !== 'submission.evaluate' || (kind && isEvaluated(kind))
  if (!isAsked || !facts.may(permission)) throw problem(refusedAs(asker, submission))
  if ((status !== 'in-review' && status !== 'second-review') || latestRevision === null)
    throw problem('wrong-status', {
      detail: `Ini hanya dapat dilakukan selama pemeriksaan. Laporan ini sedang berstatus "${statusLabels[status]}".`,
    })
  if (!facts.cleanHands) throw lacking('clean-hands', cleanHandsMessage)
  if (facts.claim !== 'own') throw lacking('own-claim', needLabels['own-claim'])
  return { ...submission, latestRevision }
}
