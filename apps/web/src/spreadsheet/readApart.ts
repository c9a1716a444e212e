import { TooLargeToRead, UnreadableArchive } from './fileFaults.ts'

type Answer = { lines: string[][] } | { fault: 'too-large' | 'unreadable' }

/** More than any list of an office takes. */
const timeoutMs = 30_000

/**
 * The rows of a workbook, read in a worker, so that the page stays responsive whatever the file contains; the worker is terminated
 * with the result, on `signal`, and after half a minute.
 * @throws UnreadableArchive, TooLargeToRead; the reason of the signal
 */
export function readApart(file: Blob, signal?: AbortSignal): Promise<string[][]> {
  const worker = new Worker(new URL('../../worker/readLines.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<string[][]>()
  const stop = () => reject(signal?.reason)
  const late = setTimeout(() => reject(new TooLargeToRead('time')), timeoutMs)
  signal?.addEventListener('abort', stop)
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ('lines' in data) resolve(data.lines)
    else reject(data.fault === 'too-large' ? new TooLargeToRead() : new UnreadableArchive())
  }
  worker.onerror = () => reject(new UnreadableArchive())
  if (signal?.aborted) stop()
  else worker.postMessage(file)
  return promise.finally(() => {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
    worker.terminate()
  })
}
