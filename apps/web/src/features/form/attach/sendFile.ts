import { addressOf } from '../../../lib/api.ts'
import { NoAnswerError, ProblemError } from '../../../lib/ProblemError.ts'
import { signedInAgain } from '../../../lib/sessionGate.ts'
import { maySend } from '../../../lib/tabs.ts'
import type { Upload } from './uploads.ts'

export type SendFile = (
  upload: Upload & { sha256: string | undefined },
  onProgress: (part: number) => void,
) => Promise<void>

/** Sends one file to a submission, telling how much of it has gone. `fetch` cannot tell; hence this. */
export const sendFileTo =
  (submission: string): SendFile =>
  async (upload, onProgress) => {
    await maySend()
    try {
      await send(submission, upload, onProgress)
    } catch (error) {
      const signedOut = error instanceof ProblemError && error.problem.code === 'not-signed-in'
      if (!signedOut || !(await signedInAgain())) throw error
      await send(submission, upload, onProgress)
    }
  }

const send = (
  submission: string,
  { id, anchor, file, title, number, date, page, replaces, sha256 }: Parameters<SendFile>[0],
  onProgress: (part: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    const fields = { id, anchor, title, number, date: date || undefined, page, replaces, sha256 }
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value)
    form.set('file', file, file.name)
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('POST /submissions/:id/attachments', { params: { id: submission } }))
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : reject(problemOf(request)))
    request.onerror = () => reject(new NoAnswerError('upload'))
    request.onabort = () => reject(new NoAnswerError('upload'))
    request.send(form)
  })

function problemOf({ response, status }: XMLHttpRequest): ProblemError {
  if (response && typeof response.code === 'string') return new ProblemError(response)
  return new ProblemError({
    type: '/problems/internal',
    code: status === 413 ? 'too-large' : 'internal',
    status,
    title: status === 413 ? 'Terlalu besar' : 'Berkas belum terkirim',
    detail: status === 413 ? 'Perkecil berkasnya, paling besar 25 MB.' : 'Coba lagi beberapa saat lagi.',
    instance: '',
  })
}
