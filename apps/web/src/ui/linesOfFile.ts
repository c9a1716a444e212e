import { TooLargeToRead } from '@sepakat/documents/spreadsheet/fileFaults.ts'
import { mostPasted, pastedLines } from '@sepakat/documents/spreadsheet/pastedBlock.ts'

/**
 * The first sheet of a workbook, or tab-separated text, as rows of cells. The workbook reader is loaded on demand.
 * @throws UnreadableArchive for a broken workbook, TooLargeToRead
 */
export async function linesOfFile(file: File, signal?: AbortSignal): Promise<string[][]> {
  if (file.name.toLowerCase().endsWith('.xlsx')) {
    const { readApart } = await import('./spreadsheetApart.ts')
    return readApart(file, signal)
  }
  if (file.size > mostPasted) throw new TooLargeToRead('text')
  return pastedLines(await file.text())
}
