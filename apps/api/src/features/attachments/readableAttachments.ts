import { type AttachmentRecord, attachmentsOfRevision, findSubmission, type Queryable, withinPart } from '@sepakat/db'
import { partOf } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asker, isInside, mayRead, requireMay } from '#submissions/asker.ts'
import { visibleRevisions } from '#submissions/visibleRevisions.ts'

/**
 * Which attachments the caller may read: all where the current answers may be read, a contributor those of the part; while they
 * are with the office, others read those that the newest revision they may see names, and what it says of them. @throws not-found, no-right
 */
export const readableAttachments = async (tx: Queryable, id: string, asker: Asker) => {
  const found = await findSubmission(tx, id)
  const part = found && partOf(asker, found)
  if (found && part) {
    const { has } = await withinPart(tx, found, part)
    const inPart = ({ anchor }: Pick<AttachmentRecord, 'anchor'>) => has(anchor)
    return { id: found.id, outside: false, has: inPart, asRead: unchanged }
  }
  const submission = requireMay(asker, 'submission.read', found)
  const outside = !isInside(asker, submission)
  if (mayRead(asker, submission)) return { id: submission.id, outside, has: () => true, asRead: unchanged }
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

const unchanged = (attachment: AttachmentRecord): AttachmentRecord => attachment
