import type { Content } from '#storage/fileStore.ts'
import { inspectPdf } from './inspectPdf.ts'
import { refuseFile } from './refusedFile.ts'

/** A PDF begins with its header (a file that is something else before it is refused), is not locked, and does nothing but be read. */
export const judgePdf = async (content: Content, head: Buffer): Promise<'application/pdf'> => {
  if (!head.toString('latin1', 0, 5).startsWith('%PDF-')) return refuseFile('unknown')
  const verdict = await inspectPdf(content)
  return verdict === 'plain' ? 'application/pdf' : refuseFile(verdict)
}
