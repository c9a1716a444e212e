import { type ActorRow, type AttachmentRecord, actorNames, type Queryable } from '@sepakat/db'

/** Attachments as they are sent, with the names of who attached them; `known` names need not be read. */
export const attachmentViews = async (
  tx: Queryable,
  attachments: AttachmentRecord[],
  known: Record<string, ActorRow> = {},
) => {
  const nameOf = await actorNames(
    tx,
    attachments.map(({ by }) => by),
    known,
  )
  return attachments.map(({ by, at, ...attachment }) => ({ ...attachment, by: nameOf(by), at: at.toISOString() }))
}

export const attachmentView = async (tx: Queryable, attachment: AttachmentRecord, known?: Record<string, ActorRow>) =>
  (await attachmentViews(tx, [attachment], known))[0]!
