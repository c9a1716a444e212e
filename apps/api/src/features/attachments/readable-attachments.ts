import {
  type Asker,
  type AttachmentRecord,
  attachmentsOfRevision,
  findSubmission,
  isInside,
  mayRead,
  mayTo,
  partOf,
  type Queryable,
  visibleRevisions,
  withinPart,
} from '@sepakat/db'
import { problem } from '../../http/problem.ts'

/**
 * Which attachments who asks may read: all where the answers may be read as they stand, a contributor those of the part; while they
 * are with the office, others read those that the newest revision they may see names, and what it says of them. @throws not-found, no-right
 */
export const readableAttachments = async (tx: Queryable, id: string, asker: Asker) => {
  const submission = await findSubmission(tx, id)
  const part = submission ? partOf(asker, submission) : null
  if (submission && part) {
    const { has } = await withinPart(tx, submission, part)
    const inPart = ({ anchor }: Pick<AttachmentRecord, 'anchor'>) => has(anchor)
    return { id: submission.id, outside: false, has: inPart, asRead: asItStands }
  }
  if (!submission || !mayTo(asker, 'submission.read', submission)) throw problem('not-found')
  const outside = !isInside(asker, submission)
  if (mayRead(asker, submission)) return { id: submission.id, outside, has: () => true, asRead: asItStands }
  const newest = (await visibleRevisions(tx, asker, submission)).at(-1)
  if (!newest) throw problem('no-right', { detail: 'Laporan ini masih disusun oleh perangkat daerahnya.' })
  const frozen = await attachmentsOfRevision(tx, submission.id, newest.n)
  const named = new Map(frozen.map(said => [said.id, said]))
  return {
    id: submission.id,
    outside,
    has: ({ id }: Pick<AttachmentRecord, 'id'>) => named.has(id),
    asRead: (attachment: AttachmentRecord): AttachmentRecord => ({ ...attachment, ...named.get(attachment.id) }),
  }
}

const asItStands = (attachment: AttachmentRecord): AttachmentRecord => attachment
