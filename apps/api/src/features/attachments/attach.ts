import {
  type Asker,
  type AttachmentRecord,
  appendEvent,
  capacityOf,
  findSubmission,
  insertAttachment,
  listAttachments,
  mayTo,
  type Queryable,
  reader,
  submissionStream,
} from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import { attachmentView } from '../../http/attachment-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import type { Handler } from '../../http/route.ts'
import { fileNameOf } from './file-name.ts'
import { judgeFile, type Media } from './judging/judge-file.ts'
import { RefusedFile } from './judging/refused-file.ts'
import { openPlace } from './open-place.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'

const mostOfSubmission = 400
const mostAtAnchor = 20

/** Takes in, judges and keeps a file, then writes it down. Its bytes are on disk before anything names them. */
export const attach: Handler<'POST /submissions/:id/attachments'> = async context => {
  const { params, actor, write, now, today, deps, request } = context
  const asker = { ...actor, today }
  await refuseEarly(reader(context.db), params.id, asker)
  return receiveUpload(request, deps.storage, async upload => {
    const { received, fields } = upload
    if (fields.sha256 !== undefined && fields.sha256 !== received.sha256) throw problem('hash-differs')
    const media = await judged(received.path)
    await deps.storage.keep(received)
    return write(tx => writeDown(tx, { upload, media, id: params.id, asker, now }))
  })
}

/** What can be known before the first byte of a large file is taken. */
const refuseEarly = async (tx: Queryable, id: string, asker: Asker): Promise<void> => {
  const submission = await findSubmission(tx, id)
  if (!submission || !capacityOf(asker, submission))
    throw problem(submission && mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found')
}

const judged = async (path: string): Promise<Media> => {
  try {
    return await judgeFile(path)
  } catch (error) {
    if (error instanceof RefusedFile) throw problem('file-refused', { detail: error.message })
    throw error
  }
}

/** The very same upload once more, by whoever sent it first. */
const isSame = (known: AttachmentRecord, { fields, received }: Upload, { id }: Asker): boolean =>
  known.sha256 === received.sha256 &&
  known.by === id &&
  known.replaces === (fields.replaces ?? null) &&
  (['anchor', 'title', 'number', 'date', 'page'] as const).every(field => known[field] === fields[field])

interface ToWriteDown {
  upload: Upload
  media: Media
  id: string
  asker: Asker
  now: Date
}

const writeDown = async (tx: Queryable, { upload, media, id, asker, now }: ToWriteDown) => {
  const { fields, received, fileName } = upload
  const anchor = fields.anchor as Anchor
  const submission = await openPlace(tx, { id, anchor, asker, now, adds: fields.replaces === undefined })
  const all = await listAttachments(tx, submission.id)
  const known = all.find(({ id }) => id === fields.id)
  // Sent again because its answer was lost on the way.
  if (known && isSame(known, upload, asker)) return attachmentView(tx, known)
  if (known?.sha256 === received.sha256)
    throw problem('exists', { detail: 'Id lampiran ini sudah dipakai dengan keterangan lain. Kirim dengan id baru.' })
  if (known) throw problem('hash-differs', { detail: 'Id lampiran ini sudah dipakai untuk berkas lain.' })
  checkPlace(all, anchor, fields.replaces)
  const attachment = {
    id: fields.id,
    anchor,
    title: fields.title,
    number: fields.number,
    date: fields.date,
    page: fields.page,
    fileName: fileNameOf(fileName, media),
    media,
    bytes: received.bytes,
    sha256: received.sha256,
    replaces: fields.replaces ?? null,
    by: asker.id,
    at: now,
  }
  // the id of another submission's
  if (!(await insertAttachment(tx, { ...attachment, submission: submission.id }))) throw problem('exists')
  const data = { attachment: fields.id, anchor, sha256: received.sha256, bytes: received.bytes, media }
  await appendEvent(tx, {
    stream: submissionStream(submission.id),
    type: fields.replaces === undefined ? 'attachment.added' : 'attachment.replaced',
    actor: asker.id,
    at: now,
    data: { ...data, replaces: fields.replaces },
  })
  return attachmentView(tx, { ...attachment, removed: false })
}

/** What is replaced proves the same answer and is not replaced already; proofs are many, not endless. */
const checkPlace = (all: AttachmentRecord[], anchor: Anchor, replaces: string | undefined): void => {
  const standing = all.filter(({ removed }) => !removed)
  const replaced = standing.find(({ id }) => id === replaces)
  if (replaces !== undefined && replaced?.anchor !== anchor)
    throw invalid('/replaces', 'Berkas yang diganti tidak ada pada isian ini, atau sudah diganti.')
  if (replaced) return
  if (standing.length >= mostOfSubmission)
    throw invalid('/file', `Satu laporan memuat paling banyak ${mostOfSubmission} berkas.`)
  if (standing.filter(it => it.anchor === anchor).length >= mostAtAnchor)
    throw invalid('/file', `Satu isian memuat paling banyak ${mostAtAnchor} berkas. Gabungkan berkasnya.`)
}
