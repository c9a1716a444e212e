import {
  type AttachmentRecord,
  attachmentBefore,
  insertAttachment,
  listAttachments,
  lockHead,
  lockSubmission,
  noEvent,
  submissionStream,
  type Transaction,
  written,
} from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import { fileNameOf } from '#files/fileNameOf.ts'
import { judgeReceived } from '#files/judgeReceived.ts'
import type { Judged } from '#files/judging/judged.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import type { FileStore } from '#storage/fileStore.ts'
import { type Asker, requireCapacity } from '#submissions/asker.ts'
import { attachmentAdded } from '#submissions/attachmentAdded.ts'
import { attachmentView } from '#submissions/attachmentView.ts'
import type { SentAttachment } from './attachmentFields.ts'
import { checkPlace } from './checkPlace.ts'
import { answerAgain } from './keptBefore.ts'
import { requireOpenPlace } from './openPlace.ts'
import { countUploads, type Quota, requireRoom } from './requireRoom.ts'

type AttachRoute = 'POST /submissions/:id/attachments' | 'PUT /submissions/:id/attachments/:attachment'
/** What the routes by which files arrive are given. */
type Attaching = Pick<Context<AttachRoute>, 'actor' | 'write' | 'now' | 'deps'> & { params: { id: string } }

/**
 * Judges a file that has arrived, then writes it down and keeps its bytes, both or neither: on disk before its row is there for others,
 * and not at all where the row is refused.
 */
export const keepAttachment = async ({ params, actor, write, now, deps }: Attaching, upload: SentAttachment) => {
  const { storage } = deps
  const judged = await judgeReceived(upload)
  const quota = await deps.region.get()
  return write(tx => writeDown(tx, { upload, judged, id: params.id, asker: actor, now, quota, storage })).catch(
    (error: unknown) => {
      throw isTaken(error) ? problem('exists') : error
    },
  )
}

/** Of two senders who gave one id at the same moment to files of two reports, the later. */
const isTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'attachment_pkey'
}

interface ToWriteDown {
  upload: SentAttachment
  judged: Judged
  id: string
  asker: Asker
  now: Date
  quota: Quota
  storage: FileStore
}

const writeDown = async (tx: Transaction, given: ToWriteDown) => {
  const { upload, judged, id, asker, now, quota, storage } = given
  const { fields, received } = upload
  const anchor = fields.anchor as Anchor
  const sender = { person: asker.person.id, submission: id, today: asker.today }
  // Locks in this order: the report, what its sender uploads, the bytes, the head of its history.
  const [found, all, usage, known] = await Promise.all([
    lockSubmission(tx, id),
    listAttachments(tx, id),
    countUploads(tx, { ...sender, attaching: { sha256: received.sha256, upload: upload.name } }),
    attachmentBefore(tx, { id: fields.id, by: asker.id }),
    lockHead(tx, submissionStream(id)),
  ])
  requireCapacity(asker, found)
  // Before the place is asked, which may have closed since; and after it is locked, for the same sent twice at once.
  const before = await answerAgain(tx, all.find(it => it.id === fields.id) ?? null, upload, asker)
  if (before) return noEvent(before)
  const submission = await requireOpenPlace(tx, found, { anchor, asker, now, adds: fields.replaces === undefined })
  checkPlace(all, anchor, fields.replaces)
  requireRoom(received.bytes, usage, quota)
  const attachment = attachmentOf(upload, judged, { by: asker.id, at: now })
  // the id of another submission's
  if (known.taken) throw problem('exists')
  await storage.keep(received)
  const bound = insertAttachment(tx, { ...attachment, submission: submission.id }, sender)
  const event = { ...eventOf(submission.id, attachment), bound }
  return written(await attachmentView(tx, attachment, { [asker.id]: known.sender }), event)
}

const attachmentOf = (
  { fields, received, fileName }: SentAttachment,
  { media, warnings }: Judged,
  made: Pick<AttachmentRecord, 'by' | 'at'>,
): AttachmentRecord => ({
  id: fields.id,
  anchor: fields.anchor as Anchor,
  title: fields.title,
  number: fields.number,
  date: fields.date,
  page: fields.page,
  fileName: fileNameOf(fileName, media),
  media,
  bytes: received.bytes,
  sha256: received.sha256,
  warnings,
  replaces: fields.replaces ?? null,
  removed: false,
  ...made,
})

const eventOf = (submission: string, attachment: AttachmentRecord) => {
  const added = attachmentAdded(submission, attachment)
  const { replaces } = attachment
  return replaces === null
    ? added
    : ({ ...added, type: 'attachment.replaced', data: { ...added.data, replaces } } as const)
}
