import { X509Certificate } from 'node:crypto'
import { P12Signer, PDF, SignerError } from '@libpdf/core'
import type { Certificate, SigningOrder } from './ownCertificate.ts'
import type { Signed, SigningFault } from './signPdf.ts'

/** Signs a PDF: PAdES B-B, added to the file. The library and what it reads take tens of megabytes: `runApart` calls this. */
export async function signByCertificate({ certificate, pdf, words }: SigningOrder): Promise<Signed> {
  const signer = await open(certificate)
  if (typeof signer === 'string') return { fault: signer }
  const { reason, location, at } = words
  const { validFromDate, validToDate } = new X509Certificate(signer.certificate)
  if (at < validFromDate) return { fault: 'not-yet-valid' }
  if (at > validToDate) return { fault: 'expired' }
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({ signer, reason, location, signingTime: at, level: 'B-B' })
  return { pdf: bytes }
}

async function open({ file, passphrase }: Certificate): Promise<P12Signer | SigningFault> {
  try {
    return await P12Signer.create(file, passphrase)
  } catch (error) {
    return error instanceof SignerError && /integrity/i.test(error.message) ? 'wrong-passphrase' : 'no-certificate'
  }
}
