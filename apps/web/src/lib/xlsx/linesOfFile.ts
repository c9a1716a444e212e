import { pastedLines } from '../pastedBlock.ts'

/**
 * The first sheet of a workbook, or text between tabs, as rows of cells. The reader of workbooks comes only for one.
 * @throws UnreadableArchive where a workbook is none
 */
export async function linesOfFile(file: File): Promise<string[][]> {
  if (!file.name.toLowerCase().endsWith('.xlsx')) return pastedLines(await file.text())
  const { readXlsx } = await import('./readXlsx.ts')
  return readXlsx(file)
}
