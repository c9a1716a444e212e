import type { ResponseOf } from '../apiTypes.ts'
import { NoAnswerError, ProblemError } from '../problems/ProblemError.ts'
import { maySend } from '../tabs/tabs.ts'
import { addressOf, api, createdFirst } from '../transport/api.ts'
import { sawAnswer, sawNoAnswer } from '../transport/online.ts'
import { confirmed } from '../transport/unconfirmed.ts'
import type { FileDetails, WaitingFile } from './waitingFile.ts'

export type Attachment = ResponseOf<'PUT /submissions/:id/attachments/:attachment'>
interface Options {
  /** How many bytes the server has. */
  onStored: (bytes: number) => void
  /** The description at the time its bytes have been sent. */
  said: () => FileDetails
  signal: AbortSignal
}
/** Returns the attachment. Aborts on `signal`. @throws ProblemError, NoAnswerError */
export type SendFile = (file: WaitingFile, content: Blob, options: Options) => Promise<Attachment>
/** Sends the pending description of an attached file. @throws ProblemError, NoAnswerError */
export type SayOfFile = (file: WaitingFile, unsaid: Partial<FileDetails>, signal: AbortSignal) => Promise<Attachment>

const KiB = 1024
/** A hundredth of the file, so that the bar moves, but no smaller than what is worth a request on a slow connection. */
const pieceOf = (bytes: number): number => Math.max(128 * KiB, Math.ceil(bytes / 100))
/** A connection without progress for this long (ms) is treated as lost. */
const timeoutMs = 45_000

/** Sends a file in pieces, resuming an earlier attempt, and attaches it. Without a hash (plain http) it is sent whole. */
export const sendFile: SendFile = async (file, content, options) => {
  const { id, submission, replaces, fileName, sha256 } = file
  const described = () => {
    const { anchor, title, number, date, page } = options.said()
    return { anchor, title, number, date: date || null, page, replaces }
  }
  if (sha256 === undefined) {
    const body = { ...described(), id }
    return api('POST /submissions/:id/attachments', { params: { id: submission }, body, file: content, fileName })
  }
  await sendPieces(file, content, options)
  return api('PUT /submissions/:id/attachments/:attachment', {
    params: { id: submission, attachment: id },
    body: { ...described(), fileName, sha256 },
    signal: options.signal,
  })
}

export const sayOfFile: SayOfFile = ({ id, submission }, { date, ...said }, signal) =>
  api('PATCH /submissions/:id/attachments/:attachment', {
    params: { id: submission, attachment: id },
    body: { ...said, ...(date !== undefined && { date: date || null }) },
    signal,
  })

const sendPieces = async (
  { id, submission, begun }: WaitingFile,
  content: Blob,
  { onStored, signal }: Omit<Options, 'said'>,
): Promise<void> => {
  await confirmed()
  await createdFirst(submission)
  await maySend()
  const { Upload } = await import('tus-js-client').catch((error: unknown) => {
    throw new NoAnswerError(error)
  })
  const params = { id: submission, upload: id }
  const here = (address: string) => new URL(address, location.origin).href
  await new Promise<void>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => end(() => reject(new NoAnswerError('silence'))), timeoutMs)
    }
    const upload = new Upload(content, {
      endpoint: here(addressOf('POST /submissions/:id/uploads', { params })),
      uploadUrl: begun ? here(addressOf('GET /submissions/:id/uploads/:upload', { params })) : null,
      metadata: { id },
      chunkSize: pieceOf(content.size),
      uploadDataDuringCreation: true,
      storeFingerprintForResuming: false,
      retryDelays: null,
      onBeforeRequest: maySend,
      onProgress: watch,
      onAfterResponse: (_, response) => {
        watch()
        sawAnswer()
        const stored = response.getHeader('Upload-Offset')
        if (stored) onStored(Number(stored))
      },
      onSuccess: () => end(resolve),
      onError: error => {
        // Read first: an aborted request has no response any more
        const problem = problemOf(error)
        end(() => reject(problem))
      },
    })
    const stop = () => end(() => reject(signal.reason))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      void upload.abort()
      settle()
    }
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', stop)
    watch()
    upload.start()
  })
}

/** The server's problem, or else NoAnswerError. */
function problemOf(error: Error | { originalResponse?: { getBody(): string } | null }): Error {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  try {
    const problem = JSON.parse(body ?? '')
    // Created by a request whose response was lost: the next attempt asks for the offset.
    if (problem.code === 'exists') return new NoAnswerError(error)
    if (typeof problem.code === 'string') return new ProblemError(problem)
  } catch {
    // not a problem of this API: a proxy's page, or nothing
  }
  sawNoAnswer()
  return new NoAnswerError(error)
}
