import { findInFile } from './find-in-file.ts'
import { refuseFile } from './refused-file.ts'

// ISO 32000-1 §7.3.5: any letter of a name may be written #xx, so a plain search would miss /#45ncrypt.
const nameOf = (name: string) => [...name].map(letter => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')
// §7.6.1: Encrypt stands in the trailer, or the dictionary of a cross-reference stream, as a reference or a dictionary.
const encrypt = new RegExp(`/${nameOf('Encrypt')}\\s{0,40}(?:\\d{1,10}\\s{1,40}\\d{1,5}\\s{1,40}R|<<)`, 'i')

/** A PDF begins with its header (a file that is something else before it is refused) and is not locked by a password. */
export const judgePdf = async (path: string, head: Buffer): Promise<'application/pdf'> => {
  if (!head.toString('latin1', 0, 5).startsWith('%PDF-')) return refuseFile('unknown')
  if (await findInFile(path, encrypt, 200)) return refuseFile('encryptedPdf')
  return 'application/pdf'
}
