import { problem } from '#http/problem.ts'
import type { Handler } from '#http/route.ts'
import { mostFileBytes } from '#storage/fileStore.ts'
import { keepAttachment } from './keepAttachment.ts'
import { receiveUpload } from './receiveUpload.ts'
import { refuseEarly } from './refuseEarly.ts'
import { mostWaitingBytes } from './requireRoom.ts'

/** Bytes of the whole files that each person is sending to this process: they end with their request, so no row counts them. */
const coming = new Map<string, number>()

/** A file that comes whole, with what is said of it, in one request. It is counted before its first byte. */
export const attach: Handler<'POST /submissions/:id/attachments'> = async context => {
  const { actor, deps, request } = context
  await refuseEarly(context)
  const { id } = actor.person
  const bytes = Math.min(Number(request.headers['content-length'] ?? mostFileBytes), mostFileBytes)
  const all = (coming.get(id) ?? 0) + bytes
  if (all > mostWaitingBytes) throw problem('uploads-full')
  coming.set(id, all)
  try {
    return await receiveUpload(request, deps.storage, upload => keepAttachment(context, upload))
  } finally {
    const left = (coming.get(id) ?? 0) - bytes
    if (left > 0) coming.set(id, left)
    else coming.delete(id)
  }
}
