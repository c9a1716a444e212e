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
 * are with the office, others read those that the newest revision they may see names. @throws not-found, no-right
 */
export const readableAttachments = async (tx: Queryable, id: string, asker: Asker) => {
  const submission = await findSubmission(tx, id)
  const part = submission ? partOf(asker, submission) : null
  if (submission && part) {
    const { has } = await withinPart(tx, submission, part)
    return { id: submission.id, outside: false, has: ({ anchor }: Pick<AttachmentRecord, 'anchor'>) => has(anchor) }
  }
  if (!submission || !mayTo(asker, 'submission.read', submission)) throw problem('not-found')
  const outside = !isInside(asker, submission)
  if (mayRead(asker, submission)) return { id: submission.id, outside, has: () => true }
  const newest = (await visibleRevisions(tx, asker, submission)).at(-1)
  if (!newest) throw problem('no-right', { detail: 'Laporan ini masih disusun oleh perangkat daerahnya.' })
  const named = new Set(await attachmentsOfRevision(tx, submission.id, newest.n))
  return { id: submission.id, outside, has: ({ id }: Pick<AttachmentRecord, 'id'>) => named.has(id) }
}
