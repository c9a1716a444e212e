import type { Handler } from '../../http/route.ts'
import { keepAttachment, refuseEarly } from './keep-attachment.ts'
import { receiveUpload } from './receive-upload.ts'

/** A file that comes whole, with what is said of it, in one request. */
export const attach: Handler<'POST /submissions/:id/attachments'> = async context => {
  await refuseEarly(context)
  return receiveUpload(context.request, context.deps.storage, upload => keepAttachment(context, upload))
}
