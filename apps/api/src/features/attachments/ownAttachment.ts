import { type AttachmentRecord, findAttachment, findSubmission, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Asker, requireCapacity } from '#submissions/asker.ts'

/** A file of a report that is filled in by who asks. @throws not-found, no-right */
export const ownAttachment = async (
  tx: Queryable,
  params: { id: string; attachment: string },
  asker: Asker,
): Promise<{ submission: string; attachment: AttachmentRecord }> => {
  const { submission } = requireCapacity(asker, await findSubmission(tx, params.id))
  const attachment = await findAttachment(tx, submission.id, params.attachment)
  if (!attachment) throw problem('not-found')
  return { submission: submission.id, attachment }
}
