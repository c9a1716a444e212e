import { findAttachment, listAttachments, reader, recordReading } from '@sepakat/db'
import { fileReply } from '#files/fileReply.ts'
import { problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { FileMissing } from '#storage/fileStore.ts'
import { attachmentViews } from '#submissions/attachmentView.ts'
import { attach } from './attach.ts'
import { attachPieces } from './attachPieces.ts'
import { describe } from './describe.ts'
import { readableAttachments } from './readableAttachments.ts'
import { remove } from './remove.ts'

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
