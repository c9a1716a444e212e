import { runApart } from '../apart/runApart.ts'
import type { PdfSigner, Signed, SigningFault, SigningWords } from './signPdf.ts'

export interface Certificate {
  /** PKCS#12: the certificate, its key and what it was issued by. */
  file: Uint8Array
  passphrase: string
}
export interface SigningOrder {
  certificate: Certificate
  pdf: Uint8Array
  words: SigningWords
}

const process = new URL('signingProcess.ts', import.meta.url)

/**
 * Signs with a certificate of the region's own, so that any PDF reader tells whether the document was changed. In a process that ends
 * with it, which answers with the PDF or the name of the fault.
 */
export const ownCertificate =
  (certificate: Certificate): PdfSigner =>
  async (pdf, words): Promise<Signed> => {
    const made = await runApart(process, { certificate, pdf, words } satisfies SigningOrder).catch(() => null)
    if (made === null) return { fault: 'unverified' }
    return made.subarray(0, 5).equals(Buffer.from('%PDF-')) ? { pdf: made } : { fault: made.toString() as SigningFault }
  }
