import { noEvent, type Queryable, removeAttachment, submissionStream, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { openPlace } from './openPlace.ts'
import { ownAttachment } from './ownAttachment.ts'

type Asked = Pick<Context<'DELETE /submissions/:id/attachments/:attachment'>, 'params' | 'actor' | 'now'>

/** Lets a file go that its place is open for; what was let go before stays so. */
export const remove = async (tx: Queryable, { params, actor, now }: Asked) => {
  const { submission: id, attachment } = await ownAttachment(tx, params, actor)
  await openPlace(tx, { id, anchor: attachment.anchor, asker: actor, now })
  if (!(await removeAttachment(tx, attachment.id, now))) return noEvent(null)
  return written(null, {
    stream: submissionStream(id),
    type: 'attachment.removed',
    data: { attachment: attachment.id, anchor: attachment.anchor },
    binds: { attachment: [attachment.id] },
  })
}
