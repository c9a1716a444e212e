import { problem } from '#http/problem.ts'
import type { Received } from '#storage/fileStore.ts'
import type { Judged } from './judging/judged.ts'
import { judgeFile } from './judging/judgeFile.ts'
import { RefusedFile } from './judging/refusedFile.ts'
import type { Upload } from './receiveUpload.ts'

/** What a file that has arrived is. @throws hash-differs, or file-refused with what to do instead */
export const judgeReceived = async ({
  received,
  fileName,
  fields,
}: Pick<Upload<{ sha256?: string | undefined }>, 'fields' | 'fileName'> & {
  received: Received
}): Promise<Judged> => {
  if (fields.sha256 !== undefined && fields.sha256 !== received.sha256) throw problem('hash-differs')
  try {
    return await judgeFile(received, fileName)
  } catch (error) {
    if (error instanceof RefusedFile) throw problem('file-refused', { detail: error.message })
    throw error
  }
}
