import { comingBytes, countComing } from '#files/countComing.ts'
import { receiveUpload } from '#files/receiveUpload.ts'
import { ProblemError } from '#http/problem.ts'
import type { Context, Handler } from '#http/route.ts'
import { attachmentFields as fields } from './attachmentFields.ts'
import { keepAttachment } from './keepAttachment.ts'
import { refuseEarly } from './refuseEarly.ts'

/** Taken before it is known whether who sends it may: so few bytes are here by the time that would be. */
const fewBytes = 256 * 1024

type Attach = 'POST /submissions/:id/attachments'

/** A file that comes whole, with what is said of it, in one request. It is counted before its first byte. */
export const attach: Handler<Attach> = async context => {
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
