import {
  type Asker,
  type AttachmentRecord,
  appendEvent,
  capacityOf,
  descriptionDigest,
  findAttachment,
  findSubmission,
  forgetUpload,
  insertAttachment,
  listAttachments,
  mayTo,
  nameBytes,
  type Queryable,
  type Quota,
  quotaFor,
  reader,
  submissionStream,
} from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import type { Acting } from '../../http/acting.ts'
import { attachmentView } from '../../http/attachment-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import type { Context, Handlers } from '../../http/route.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { fileNameOf } from './file-name.ts'
import { type Judged, judgeFile } from './judging/judge-file.ts'
import { RefusedFile } from './judging/refused-file.ts'
import { openPlace } from './open-place.ts'
import { quotaProblem } from './quota-problem.ts'
import type { Upload } from './receive-upload.ts'

const mostOfSubmission = 400
const mostAtAnchor = 20

/** What every route by which files arrive is given. */
export type Attaching = Pick<Context<keyof Handlers>, 'db' | 'write' | 'now' | 'today' | 'deps'> & {
  params: { id: string }
  actor: Acting
}
export const askerOf = ({ actor, today }: Attaching): Asker => ({ ...actor, today })

/**
 * Judges a file that has arrived, then writes it down and keeps its bytes, both or neither: on disk before its row is there for others,
 * and not at all where the row is refused.
 */
export const keepAttachment = async (context: Attaching, upload: Upload) => {
  const { params, write, now, deps } = context
  const { storage } = deps
  const { received, fields } = upload
  if (fields.sha256 !== undefined && fields.sha256 !== received.sha256) throw problem('hash-differs')
  const judged = await judge(received.path, upload.fileName)
  const quota = await deps.region.get()
  return write(tx => writeDown(tx, { upload, judged, id: params.id, asker: askerOf(context), now, quota, storage }))
}

/** What can be known before the first byte of a large file is taken. */
export const refuseEarly = async (context: Attaching): Promise<void> => {
  const asker = askerOf(context)
  const submission = await findSubmission(reader(context.db), context.params.id)
  if (!submission || !capacityOf(asker, submission))
    throw problem(submission && mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found')
}

const judge = async (path: string, name: string | undefined): Promise<Judged> => {
  try {
    return await judgeFile(path, name)
  } catch (error) {
    if (error instanceof RefusedFile) throw problem('file-refused', { detail: error.message })
    throw error
  }
}

type Sent = Pick<Upload, 'fields'> & { received: Pick<Upload['received'], 'sha256'> }

/** What stands under the id, where the very same was sent before by the same sender; null: nothing does. @throws where it is anything else */
const answerAgain = (tx: Queryable, known: AttachmentRecord | null, { fields, received }: Sent, { id }: Asker) => {
  if (!known) return null
  const isSame =
    known.sha256 === received.sha256 &&
    known.by === id &&
    known.replaces === (fields.replaces ?? null) &&
    (['anchor', 'title', 'number', 'date', 'page'] as const).every(field => known[field] === fields[field])
  if (isSame) return attachmentView(tx, known)
  if (known.sha256 === received.sha256)
    throw problem('exists', { detail: 'Id lampiran ini sudah dipakai dengan keterangan lain. Kirim dengan id baru.' })
  throw problem('hash-differs', { detail: 'Id lampiran ini sudah dipakai untuk berkas lain.' })
}

/**
 * What the very same upload by the same sender made before, where it is sent again because its answer was lost on the way; null:
 * nothing. @throws where the id was given to anything else
 */
export const keptBefore = async (tx: Queryable, submission: string, sent: Sent, asker: Asker) =>
  answerAgain(tx, await findAttachment(tx, submission, sent.fields.id), sent, asker)

interface ToWriteDown {
  upload: Upload
  judged: Judged
  id: string
  asker: Asker
  now: Date
  quota: Quota
  storage: FileStore
}

const writeDown = async (tx: Queryable, given: ToWriteDown) => {
  const { upload, judged, id, asker, now, quota, storage } = given
  const { media, warnings } = judged
  const { fields, received, fileName } = upload
  const anchor = fields.anchor as Anchor
  // Before the place is asked, which may have closed since; and after it is locked, for the same sent twice at once.
  const before = await keptBefore(tx, id, upload, asker)
  if (before) return before
  const submission = await openPlace(tx, { id, anchor, asker, now, adds: fields.replaces === undefined })
  const all = await listAttachments(tx, submission.id)
  const meanwhile = await answerAgain(tx, all.find(it => it.id === fields.id) ?? null, upload, asker)
  if (meanwhile) return meanwhile
  checkPlace(all, anchor, fields.replaces)
  if (upload.name !== undefined) await forgetUpload(tx, upload.name)
  const file = { person: asker.person.id, submission: submission.id, bytes: received.bytes, today: asker.today }
  const reached = await quotaFor(tx, file, quota)
  if (reached) throw quotaProblem(reached)
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
    warnings,
    replaces: fields.replaces ?? null,
    by: asker.id,
    at: now,
  }
  // the id of another submission's
  if (!(await insertAttachment(tx, { ...attachment, submission: submission.id }))) throw problem('exists')
  await nameBytes(tx, received.sha256)
  await storage.keep(received)
  const said = descriptionDigest(attachment)
  const data = { attachment: fields.id, anchor, sha256: received.sha256, bytes: received.bytes, media, said }
  await appendEvent(tx, {
    stream: submissionStream(submission.id),
    type: fields.replaces === undefined ? 'attachment.added' : 'attachment.replaced',
    actor: asker.id,
    at: now,
    data: { ...data, replaces: fields.replaces },
    binds: { attachment: [fields.id] },
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
  checkRoom(all, anchor, '/file')
}

/** @throws where no other file may prove this answer; `at` names what was sent wrongly */
export const checkRoom = (all: AttachmentRecord[], anchor: Anchor, at: '/file' | '/anchor'): void => {
  if (all.filter(it => !it.removed && it.anchor === anchor).length >= mostAtAnchor)
    throw invalid(at, `Satu isian memuat paling banyak ${mostAtAnchor} berkas. Gabungkan berkasnya.`)
}
