import { type Contribution, lockSubmission, type Queryable, type SubmissionRecord } from '@sepakat/db'
import {
  type ContributionAct,
  type ContributionStatus,
  contributionLabels,
  decideContribution,
  handedTo,
  isOpen,
  partOf,
} from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { mayTo, refusedAs } from '#submissions/asker.ts'
import { withOthers } from './give.ts'

export type Asked = Pick<
  Context<`POST /submissions/:id/contributions/:contribution/${ContributionAct}`>,
  'params' | 'actor' | 'now'
>

/**
 * The part, of a report that is locked and open with its office, and the status it gets; null where it has that already. Who has
 * the part declares it done; who gave it takes it back or returns it.
 * @throws not-found, no-right, wrong-status
 */
export const decidePart = async (
  tx: Queryable,
  act: ContributionAct,
  { params, actor }: Asked,
): Promise<{ submission: SubmissionRecord; part: Contribution; to: ContributionStatus | null }> => {
  const submission = await lockSubmission(tx, params.id)
  const part = submission?.contributions.find(({ id }) => id === params.contribution.toLowerCase())
  if (!submission || !part) throw problem('not-found')
  const mayAct =
    act === 'done' ? handedTo(actor, submission).includes(part) : mayTo(actor, 'contribution.manage', submission)
  if (!mayAct) throw problem(partOf(actor, submission) === null ? refusedAs(actor, submission) : 'no-right')
  if (!isOpen(submission.status)) throw withOthers(submission.status)
  const to = decideContribution(act, part.status)
  if (to === null && !isSo(act, part))
    throw problem('wrong-status', {
      detail: `Keadaan bagian ini sekarang: ${contributionLabels[part.status].toLowerCase()}. Muat ulang untuk melihatnya.`,
    })
  return { submission, part, to }
}

/** Asked once more of what is so already. */
const isSo = (act: ContributionAct, { status }: Contribution): boolean =>
  (act === 'done' && status === 'done') || (act === 'take-back' && status === 'taken-back')
