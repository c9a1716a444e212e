/** Why a PDF was not signed. What was given to sign is in none of it. */
export type SigningFault =
  /** The file of the certificate cannot be opened with it, or the service refuses it. */
  | 'wrong-passphrase'
  /** It is no certificate with its key, or not one that can sign. */
  | 'no-certificate'
  | 'not-yet-valid'
  | 'expired'
  /** The service does not know who signs. */
  | 'not-registered'
  /** The service does not know the application. */
  | 'not-allowed'
  /** The service did not answer, or not in time. */
  | 'unreachable'
  /** What came back is not this document with a signature that holds. */
  | 'unverified'
  /** It refused for a reason of its own. */
  | 'refused'

export type Signed = { pdf: Uint8Array } | { fault: SigningFault }

/** What a signature says of itself. */
export interface SigningWords {
  /** `Laporan Penyelenggaraan Pemerintahan Daerah Tahun 2025`. */
  reason: string
  /** `Nunukan`. */
  location: string
  at: Date
}

/** Who or what signs: the region's own certificate, or the state's service. */
export type PdfSigner = (pdf: Uint8Array, words: SigningWords) => Promise<Signed>

const startOf = (pdf: Uint8Array, bytes: Uint8Array): boolean =>
  bytes.length > pdf.length && pdf.every((byte, at) => bytes[at] === byte)

/**
 * Signs a PDF. What a signer adds comes after the document, which stays as it was, byte for byte; a signer that changes it is not
 * believed. Errors are values: nothing is thrown.
 */
export async function signPdf(pdf: Uint8Array, signer: PdfSigner, words: SigningWords): Promise<Signed> {
  const signed = await signer(pdf, words)
  if ('fault' in signed || startOf(pdf, signed.pdf)) return signed
  return { fault: 'unverified' }
}
