import type { Content } from '#storage/fileStore.ts'
import { findInFile } from './findInFile.ts'
import { refuseFile } from './refusedFile.ts'

// MS-OFFCRYPTO §2.3.1: a locked DOCX or XLSX is a compound file with a stream of this name (in UTF-16).
const encryptedPackage = new RegExp([...'EncryptedPackage'].join('\\0'))

/** A compound file is either a locked Office file or one of the old kinds; both are refused, each with its own advice. */
export const judgeCompound = async (content: Content): Promise<never> =>
  refuseFile((await findInFile(content, encryptedPackage, 64)) ? 'encryptedOffice' : 'oldOffice')
