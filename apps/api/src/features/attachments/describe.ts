import {
  type AttachmentRecord,
  type Description,
  describeAttachment,
  descriptionDigest,
  findAttachment,
  findSubmission,
  listAttachments,
  noEvent,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type Asker, requireCapacity } from '#submissions/asker.ts'
import { attachmentView } from '#submissions/attachmentView.ts'
import { checkRoom } from './checkPlace.ts'
import { openPlace } from './openPlace.ts'

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

const fieldsOf = ['anchor', 'title', 'number', 'date', 'page'] as const

type Asked = Pick<Context<'PATCH /submissions/:id/attachments/:attachment'>, 'params' | 'body' | 'actor' | 'now'>

/**
 * Says otherwise what an attached file is called, or what it proves, while its place is open to the user who attaches there. Said again
 * it changes nothing. The event has digests from and to, and names what changed.
 */
export const describe = async (tx: Queryable, { params, body, actor, now }: Asked) => {
  const { submission: id, attachment: found } = await ownAttachment(tx, params, actor)
  await openPlace(tx, { id, anchor: found.anchor, asker: actor, now })
  // as it is now that the report is locked
  const all = await listAttachments(tx, id)
  const before = all.find(it => it.id === found.id)
  if (!before || before.removed) throw problem('not-found', { detail: 'Berkas ini sudah dilepas atau diganti.' })
  // it may have moved to a part that is not the asker's before the lock was held
  if (before.anchor !== found.anchor) await openPlace(tx, { id, anchor: before.anchor as Anchor, asker: actor, now })
  const after: AttachmentRecord = { ...before, ...(body as Partial<Description>) }
  const fields = fieldsOf.filter(field => before[field] !== after[field])
  if (fields.length === 0) return noEvent(await attachmentView(tx, before))
  if (fields.includes('anchor')) {
    if (before.replaces !== null)
      throw invalid('/anchor', 'Berkas pengganti membuktikan isian yang sama dengan yang digantikannya.')
    await openPlace(tx, { id, anchor: after.anchor as Anchor, asker: actor, now })
    checkRoom(all, after.anchor, '/anchor')
  }
  await describeAttachment(tx, before.id, after)
  const data = {
    attachment: before.id,
    anchor: after.anchor,
    fields,
    from: descriptionDigest(before),
    said: descriptionDigest(after),
  }
  const event = { stream: submissionStream(id), type: 'attachment.described', data } as const
  return written(await attachmentView(tx, after), event)
}
