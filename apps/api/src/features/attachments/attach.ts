import { ProblemError, problem } from '#http/problem.ts'
import type { Context, Handler } from '#http/route.ts'
import { mostFileBytes } from '#storage/fileStore.ts'
import { keepAttachment } from './keepAttachment.ts'
import { receiveUpload } from './receiveUpload.ts'
import { refuseEarly } from './refuseEarly.ts'
import { mostWaitingBytes } from './requireRoom.ts'

/** Bytes of the whole files that each person is sending to this process: they end with their request, so no row counts them. */
const coming = new Map<string, number>()

/** Taken before it is known whether who sends it may: so few bytes are here by the time that would be. */
const fewBytes = 256 * 1024

type Attach = 'POST /submissions/:id/attachments'

/** A file that comes whole, with what is said of it, in one request. It is counted before its first byte. */
export const attach: Handler<Attach> = async context => {
  const bytes = Math.min(Number(context.request.headers['content-length'] ?? mostFileBytes), mostFileBytes)
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

const take = async (context: Context<Attach>, bytes: number) => {
  const { actor, deps, request } = context
  const { id } = actor.person
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
