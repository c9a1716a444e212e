import { type AttachmentRecord, actorNames, type Queryable } from '@sepakat/db'

/** Attachments as they are sent, with the names of who attached them. */
export const attachmentViews = async (tx: Queryable, attachments: AttachmentRecord[]) => {
  const nameOf = await actorNames(
    tx,
    attachments.map(({ by }) => by),
  )
  return attachments.map(({ by, at, ...attachment }) => ({ ...attachment, by: nameOf(by), at: at.toISOString() }))
}

export const attachmentView = async (tx: Queryable, attachment: AttachmentRecord) =>
  (await attachmentViews(tx, [attachment]))[0]!
