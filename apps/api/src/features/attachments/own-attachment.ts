import {
  type Asker,
  type AttachmentRecord,
  capacityOf,
  findAttachment,
  findSubmission,
  mayTo,
  type Queryable,
} from '@sepakat/db'
import { problem } from '../../http/problem.ts'

/** A file of a report that is filled in by who asks. @throws not-found, no-right */
export const ownAttachment = async (
  tx: Queryable,
  params: { id: string; attachment: string },
  asker: Asker,
): Promise<{ submission: string; attachment: AttachmentRecord }> => {
  const submission = await findSubmission(tx, params.id)
  const own = submission && capacityOf(asker, submission) !== null
  if (!submission || (!own && !mayTo(asker, 'submission.read', submission))) throw problem('not-found')
  const attachment = await findAttachment(tx, submission.id, params.attachment)
  if (!attachment) throw problem(own ? 'not-found' : 'no-right')
  return { submission: submission.id, attachment }
}
