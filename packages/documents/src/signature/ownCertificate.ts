import { X509Certificate } from 'node:crypto'
import type { P12Signer } from '@libpdf/core'
import type { PdfSigner, Signed } from './signPdf.ts'

export interface Certificate {
  /** PKCS#12: the certificate, its key and what it was issued by. */
  file: Uint8Array
  passphrase: string
}

/** Signs with a certificate of the region's own: PAdES B-B, added to the file, so that any PDF reader tells whether it was changed. */
export const ownCertificate =
  ({ file, passphrase }: Certificate): PdfSigner =>
  async (pdf, { reason, location, at }): Promise<Signed> => {
    const signer = await open(file, passphrase)
    if (typeof signer === 'string') return { fault: signer }
    const { validFromDate, validToDate } = new X509Certificate(signer.certificate)
    if (at < validFromDate) return { fault: 'not-yet-valid' }
    if (at > validToDate) return { fault: 'expired' }
    const { PDF } = await library()
    const document = await PDF.load(pdf)
    const { bytes } = await document.sign({ signer, reason, location, signingTime: at, level: 'B-B' })
    return { pdf: bytes }
  }

/** Loaded by the first signing: a process that signs nothing does without its memory. */
const library = () => import('@libpdf/core')

async function open(file: Uint8Array, passphrase: string): Promise<P12Signer | 'wrong-passphrase' | 'no-certificate'> {
  const { P12Signer, SignerError } = await library()
  try {
    return await P12Signer.create(file, passphrase)
  } catch (error) {
    return error instanceof SignerError && /integrity/i.test(error.message) ? 'wrong-passphrase' : 'no-certificate'
  }
}
