import { type AttachmentRecord, findAttachment, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Asker } from '#submissions/asker.ts'
import { attachmentView } from '#submissions/attachmentView.ts'
import type { SentAttachment } from './attachmentFields.ts'

type Sent = Pick<SentAttachment, 'fields'> & { received: Pick<SentAttachment['received'], 'sha256'> }

const described = ['anchor', 'title', 'number', 'date', 'page'] as const

/**
 * What has the id, where the very same was sent before by the same sender, whose answer was lost on the way; null: nothing has it.
 * @throws where the id was given to anything else
 */
export const answerAgain = async (
  tx: Queryable,
  known: AttachmentRecord | null,
  { fields, received }: Sent,
  { id }: Asker,
) => {
  if (!known) return null
  const isSame =
    known.sha256 === received.sha256 &&
    known.by === id &&
    known.replaces === (fields.replaces ?? null) &&
    described.every(field => known[field] === fields[field])
  if (isSame) return attachmentView(tx, known)
  if (known.sha256 === received.sha256)
    throw problem('exists', { detail: 'Id lampiran ini sudah dipakai dengan keterangan lain. Kirim dengan id baru.' })
  throw problem('hash-differs', { detail: 'Id lampiran ini sudah dipakai untuk berkas lain.' })
}

/** The same, of the attachment as it is in the report now. */
export const keptBefore = async (tx: Queryable, submission: string, sent: Sent, asker: Asker) =>
  answerAgain(tx, await findAttachment(tx, submission, sent.fields.id), sent, asker)
