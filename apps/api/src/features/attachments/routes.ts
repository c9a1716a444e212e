import {
  type AttachmentRecord,
  attachmentsOfRevision,
  findAttachment,
  findSubmission,
  listAttachments,
  noEvent,
  type Queryable,
  reader,
  recordReading,
  removeAttachment,
  submissionStream,
  withinPart,
  written,
} from '@sepakat/db'
import { partOf } from '@sepakat/rules'
import { comingBytes, countComing } from '#files/countComing.ts'
import { fileReply } from '#files/fileReply.ts'
import { receiveUpload } from '#files/receiveUpload.ts'
import { ProblemError, problem } from '#http/problem.ts'
import { type Context, type Handler, handlers } from '#http/route.ts'
import { FileMissing } from '#storage/fileStore.ts'
import { type Asker, isInside, mayRead, requireMay } from '#submissions/asker.ts'
import { attachmentViews } from '#submissions/attachmentView.ts'
import { visibleRevisions } from '#submissions/visibleRevisions.ts'
import { attachmentFields as fields } from './attachmentFields.ts'
import { attachPieces } from './attachPieces.ts'
import { describe, ownAttachment } from './describe.ts'
import { keepAttachment } from './keepAttachment.ts'
import { openPlace } from './openPlace.ts'
import { refuseEarly } from './refuseEarly.ts'

/** Lets a file go that its place is open for; what was let go before stays so. */
const remove = async (
  tx: Queryable,
  { params, actor, now }: Context<'DELETE /submissions/:id/attachments/:attachment'>,
) => {
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

/** Taken before it is known whether who sends it may: so few bytes are here by the time that would be. */
const fewBytes = 256 * 1024

type Attach = 'POST /submissions/:id/attachments'

/** A file that comes whole, with what is said of it, in one request. It is counted before its first byte. */
const attach: Handler<Attach> = async context => {
  const bytes = comingBytes(context.request)
  if (bytes > fewBytes) {
    await refuseEarly(context)
    return take(context, bytes)
  }
  return take(context, bytes).catch(async (error: unknown) => {
    // Who may not is told that, whatever else is wrong with what was sent.
    if (error instanceof ProblemError) await refuseEarly(context)
    throw error
  })
}

const take = (context: Context<Attach>, bytes: number) => {
  const { actor, deps, request } = context
  return countComing(actor.person.id, bytes, () =>
    receiveUpload({ request, store: deps.storage, fields }, upload => {
      const { id, replaces, ...described } = upload.fields
      // One id has one text, in the table and in history.
      const ids = { id: id.toLowerCase(), replaces: replaces?.toLowerCase() }
      return keepAttachment(context, { ...upload, fields: { ...described, ...ids } })
    }),
  )
}

/**
 * Which attachments the caller may read: all where the current answers may be read, a contributor those of the part; while they
 * are with the office, others read those that the newest revision they may see names, and what it says of them. @throws not-found, no-right
 */
const readableAttachments = async (tx: Queryable, id: string, asker: Asker) => {
  const found = await findSubmission(tx, id)
  const part = found && partOf(asker, found)
  if (found && part) {
    const { has } = await withinPart(tx, found, part)
    const inPart = ({ anchor }: Pick<AttachmentRecord, 'anchor'>) => has(anchor)
    return { id: found.id, outside: false, has: inPart, asRead: unchanged }
  }
  const submission = requireMay(asker, 'submission.read', found)
  const outside = !isInside(asker, submission)
  if (mayRead(asker, submission)) return { id: submission.id, outside, has: () => true, asRead: unchanged }
  const newest = (await visibleRevisions(tx, asker, submission)).at(-1)
  if (!newest) throw problem('no-right', { detail: 'Laporan ini masih disusun oleh perangkat daerahnya.' })
  const frozen = await attachmentsOfRevision(tx, submission.id, newest.n)
  const named = new Map(frozen.map(said => [said.id, said]))
  return {
    id: submission.id,
    outside,
    has: ({ id }: Pick<AttachmentRecord, 'id'>) => named.has(id),
    asRead: (attachment: AttachmentRecord): AttachmentRecord => ({ ...attachment, ...named.get(attachment.id) }),
  }
}

const unchanged = (attachment: AttachmentRecord): AttachmentRecord => attachment

export const attachmentHandlers = handlers({
  'GET /submissions/:id/attachments': async ({ params, actor, db }) => {
    const tx = reader(db)
    const { has, asRead } = await readableAttachments(tx, params.id, actor)
    return {
      items: await attachmentViews(tx, (await listAttachments(tx, params.id)).filter(has).map(asRead)),
    }
  },

  'POST /submissions/:id/attachments': attach,

  'PUT /submissions/:id/attachments/:attachment': attachPieces,

  'PATCH /submissions/:id/attachments/:attachment': asked => asked.write(tx => describe(tx, asked)),

  'DELETE /submissions/:id/attachments/:attachment': asked => asked.write(tx => remove(tx, asked)),

  'GET /submissions/:id/attachments/:attachment/content': async ({ params, actor, db, now, deps, request }) => {
    const tx = reader(db)
    const { id: submission, outside, has } = await readableAttachments(tx, params.id, actor)
    const attachment = await findAttachment(tx, params.id, params.attachment)
    if (!attachment || !has(attachment)) throw problem('not-found')
    const content = await deps.storage.read(attachment.sha256).catch((error: unknown) => {
      if (!(error instanceof FileMissing)) throw error
      request.log.error({ sha256: attachment.sha256 }, 'the bytes of an attachment are missing')
      throw problem('not-found', { detail: 'Berkas ini tidak ada di penyimpanan. Sampaikan kepada pengelola.' })
    })
    if (outside) await recordReading(db, { submission, attachment: attachment.id, actor: actor.id, at: now })
    return fileReply(content, attachment)
  },
})
