import { type AttachmentRecord, findAttachment } from '../attachments/attachments.ts'
import type { Queryable } from '../database.ts'
import { submissionStream } from '../history/streams.ts'

/** The paper of the n-th submission as it was signed electronically; null where it was not. */
export const signedPaper = async (tx: Queryable, submission: string, n: number): Promise<AttachmentRecord | null> => {
  const stream = submissionStream(submission)
  const event = await tx.prisma.event.findFirst({
    where: { stream, type: 'paper.signed', data: { path: ['revision'], equals: n } },
    select: { data: true },
  })
  return event && findAttachment(tx, submission, (event.data as { attachment: string }).attachment)
}
