import type { Kind } from '@sepakat/rules'

export interface Receipt {
  number: string
  revision: number
  at: string
  sha256: string
}
export type Seal = { mark: string; at: string } | null

type Long = (instant: string) => string

/** The facts of a receipt: its number, which submission, and when. */
export const receiptFacts = ({ number, revision, at }: Receipt, long: Long): Record<string, string> => ({
  'Nomor tanda terima': number,
  Kiriman: `ke-${revision}`,
  'Waktu dikirim': long(at),
})

/** Its integrity proof: the hash of the submitted answers, and the seal that covers it. */
export const receiptProof = ({ sha256 }: Receipt, seal: Seal, long: Long): Record<string, string> => ({
  'SHA-256': sha256,
  Segel: seal ? `${seal.mark}, ${long(seal.at)}` : 'dibubuhkan dalam satu menit',
})

/** Who reviews what is submitted: `verifikator SPM`. */
export const reviewerWords = (kind: Pick<Kind, 'reviewer'>, reportType: string): string =>
  `${kind.reviewer === 'evaluator' ? 'penilai' : 'verifikator'} ${reportType.toUpperCase()}`
