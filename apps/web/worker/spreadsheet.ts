import { TooLargeToRead } from '@sepakat/documents/spreadsheet/fileFaults.ts'
import { readXlsx } from '@sepakat/documents/spreadsheet/readXlsx.ts'
import { writeXlsx, xlsxType } from '@sepakat/documents/spreadsheet/writeXlsx.ts'

declare const self: DedicatedWorkerGlobalScope

/** Reads a workbook and answers `{ lines }`, or `{ fault }` where it cannot be read; makes one of rows and answers `{ file }`. */
self.onmessage = async ({ data }: MessageEvent<Blob | string[][]>) => {
  try {
    if (data instanceof Blob) self.postMessage({ lines: await readXlsx(new Uint8Array(await data.arrayBuffer())) })
    else self.postMessage({ file: new Blob([writeXlsx(data)], { type: xlsxType }) })
  } catch (error) {
    self.postMessage({ fault: error instanceof TooLargeToRead ? 'too-large' : 'unreadable' })
  }
}
