export interface Receipt {
  number: string
  revision: number
  at: string
  sha256: string
}
export type Seal = { mark: string; at: string } | null

/** What a receipt proves by: its number, the instant, the hash of what was handed in, and the seal that holds it. */
export const receiptFacts = (
  { number, revision, at, sha256 }: Receipt,
  seal: Seal,
  long: (instant: string) => string,
): Record<string, string> => ({
  'Nomor tanda terima': number,
  Kiriman: `ke-${revision}`,
  'Waktu dikirim': long(at),
  'SHA-256': sha256,
  Segel: seal ? `${seal.mark}, ${long(seal.at)}` : 'dibubuhkan dalam satu menit',
})
