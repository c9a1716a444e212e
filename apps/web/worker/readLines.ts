import { TooLargeToRead } from '#spreadsheet/fileFaults.ts'
import { readXlsx } from '#spreadsheet/readXlsx.ts'

declare const self: DedicatedWorkerGlobalScope

/** Reads one workbook and answers `{ lines }`, or `{ fault }` where it cannot be read. */
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  try {
    self.postMessage({ lines: await readXlsx(data) })
  } catch (error) {
    self.postMessage({ fault: error instanceof TooLargeToRead ? 'too-large' : 'unreadable' })
  }
}
