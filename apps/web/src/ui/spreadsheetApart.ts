// Workbooks are read and made in a worker, so that the page stays responsive whatever they contain.
import { TooLargeToRead, UnreadableArchive } from '@sepakat/documents/spreadsheet/fileFaults.ts'

type Answer = { lines: string[][] } | { file: Blob } | { fault: 'too-large' | 'unreadable' }

/** More than any list of an office takes. */
const timeoutMs = 30_000

/**
 * The rows of a workbook; the worker is terminated with the result, on `signal`, and after half a minute.
 * @throws UnreadableArchive, TooLargeToRead; the reason of the signal
 */
export const readApart = (file: Blob, signal?: AbortSignal): Promise<string[][]> =>
  askApart(file, answer => ('lines' in answer ? answer.lines : null), signal)

/** A workbook of these rows. @throws UnreadableArchive where the worker does not run */
export const writeApart = (rows: readonly (readonly string[])[]): Promise<Blob> =>
  askApart(rows, answer => ('file' in answer ? answer.file : null))

function askApart<T>(asked: unknown, take: (answer: Answer) => T | null, signal?: AbortSignal): Promise<T> {
  const worker = new Worker(new URL('../../worker/spreadsheet.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const stop = () => reject(signal?.reason)
  const late = setTimeout(() => reject(new TooLargeToRead('time')), timeoutMs)
  signal?.addEventListener('abort', stop)
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const taken = take(data)
    if (taken !== null) resolve(taken)
    else reject('fault' in data && data.fault === 'too-large' ? new TooLargeToRead() : new UnreadableArchive())
  }
  worker.onerror = () => reject(new UnreadableArchive())
  if (signal?.aborted) stop()
  else worker.postMessage(asked)
  return promise.finally(() => {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
    worker.terminate()
  })
}
