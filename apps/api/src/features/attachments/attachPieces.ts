import { forgetUpload, reader } from '@sepakat/db'
import { ProblemError, problem } from '#http/problem.ts'
import type { Handler } from '#http/route.ts'
import { mostFileBytes } from '#storage/fileStore.ts'
import { keepAttachment } from './keepAttachment.ts'
import { keptBefore } from './keptBefore.ts'
import { refuseEarly } from './refuseEarly.ts'
import { uploadName } from './uploadName.ts'

/**
 * Attaches what arrived in pieces under the attachment's id. Its bytes are copied while they are hashed, so that a piece which
 * comes late through another process changes nothing that was judged; what is refused is forgotten and starts again.
 */
export const attachPieces: Handler<'PUT /submissions/:id/attachments/:attachment'> = async context => {
  const { params, body, actor, db, deps } = context
  const { storage } = deps
  await refuseEarly(context)
  const { fileName, ...described } = body
  const fields = { ...described, id: params.attachment.toLowerCase(), replaces: body.replaces?.toLowerCase() }
  const name = uploadName(params.id, actor.id, fields.id)
  const forget = async () => {
    await storage.uploads.drop(name)
    await forgetUpload(reader(db), name)
  }
  // In this order: who finds nothing, because the same request was answered a moment ago, finds what it made.
  const pieces = await storage.uploads.find(name)
  const before = await keptBefore(reader(db), params.id, { fields, received: body }, actor)
  if (before) {
    await forget()
    return before
  }
  if (!pieces) throw problem('upload-gone')
  if (pieces.offset < pieces.bytes) throw problem('incomplete', { offset: pieces.offset })
  const received = await storage.receive(storage.uploads.read(name), mostFileBytes).catch(async error => {
    if (await storage.uploads.find(name)) throw error
    return null
  })
  // They went since they were found: the same request, sent twice, attached them, or they were thrown away.
  if (!received) return attachPieces(context)
  try {
    const kept = await keepAttachment(context, { fields, fileName, received, name })
    await storage.uploads.drop(name)
    return kept
  } catch (error) {
    if (error instanceof ProblemError && error.statusCode < 500) await forget()
    throw error
  } finally {
    await storage.drop(received)
  }
}
