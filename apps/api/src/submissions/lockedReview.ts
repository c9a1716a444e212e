import { lockToMove, type Queryable, type SubmissionRecord } from '@sepakat/db'
import { cleanHandsMessage, isEvaluated, kinds, needLabels, type Permission, statusLabels } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import { type Asker, refusedAs } from './asker.ts'
import { moveFactsOf } from './moveFactsOf.ts'

interface Asked {
  id: string
  asker: Asker
  now: Date
}

/** The submission, locked, and what decides about it, for who has this right to it. @throws not-found, no-right */
async function lockedFor(tx: Queryable, { id, asker, now }: Asked, permission: Permission) {
  const locked = await lockToMove(tx, id, asker.person.id)
  if (!locked) throw problem('not-found')
  const { submission, known } = locked
  const facts = await moveFactsOf(tx, submission, { asker, now, known })
  if (!facts.may(permission)) throw problem(refusedAs(asker, submission))
  return { submission, facts }
}

/**
 * The submission, locked. Notes and ticks are written by the user who has claimed it, while it is in review, with clean hands.
 * @throws not-found, no-right, wrong-status, needs-unmet
 */
export const lockedReview = async (
  tx: Queryable,
  asked: Asked,
): Promise<SubmissionRecord & { latestRevision: number }> => {
  const { submission, facts } = await lockedFor(tx, asked, 'submission.review')
  const { status, latestRevision } = submission
  if ((status !== 'in-review' && status !== 'second-review') || latestRevision === null)
    throw problem('wrong-status', {
      detail: `Ini hanya dapat dilakukan selama pemeriksaan. Laporan ini sedang berstatus "${statusLabels[status]}".`,
    })
  if (!facts.cleanHands) throw lacking('clean-hands', cleanHandsMessage)
  if (facts.claim !== 'own') throw lacking('own-claim', needLabels['own-claim'])
  return { ...submission, latestRevision }
}

/**
 * Locks the submission for the evaluator's cells, and tells whether who asks has claimed it. Of a form without an evaluation there is
 * no right to evaluate. @throws not-found, no-right, needs-unmet for who took part in it
 */
export const lockedEvaluation = async (tx: Queryable, asked: Asked): Promise<{ claimed: boolean }> => {
  const { submission, facts } = await lockedFor(tx, asked, 'submission.evaluate')
  const kind = kinds[submission.form]
  if (!kind || !isEvaluated(kind)) throw problem(refusedAs(asked.asker, submission))
  if (!facts.cleanHands) throw lacking('clean-hands', cleanHandsMessage)
  return { claimed: facts.claim === 'own' }
}
