import { type AttachmentRecord, descriptionDigest, submissionStream } from '@sepakat/db'

/** What history keeps of a file that is attached. */
export const attachmentAdded = (submission: string, attachment: AttachmentRecord) => {
  const { id, anchor, sha256, bytes, media } = attachment
  const data = { attachment: id, anchor, sha256, bytes, media, said: descriptionDigest(attachment) }
  return { stream: submissionStream(submission), type: 'attachment.added', data, binds: { attachment: [id] } } as const
}
