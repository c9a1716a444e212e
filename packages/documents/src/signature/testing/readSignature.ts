import { fromBER } from 'asn1js'
import { ContentInfo, CryptoEngine, SignedData } from 'pkijs'

const engine = new CryptoEngine({ name: 'node', crypto })

/** What the last signature of a PDF says, read by what a verifier reads and not by what signed it. */
interface ReadSignature {
  /** The signed bytes are those that were signed. */
  holds: boolean
  /** It is of the whole file but for itself. */
  ofAll: boolean
  subFilter: string
}

/** Reads the last signature of a PDF, null where there is none (ISO 32000-2, 12.8.1). */
export async function readSignature(pdf: Uint8Array): Promise<ReadSignature | null> {
  const text = Buffer.from(pdf).toString('latin1')
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1)
  if (!ranges) return null
  const [start, length, next, rest] = ranges.slice(1).map(Number) as [number, number, number, number]
  const signed = Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, next + rest)])
  const hex = text.slice(start + length + 1, next - 1)
  const asn1 = fromBER(Buffer.from(hex, 'hex'))
  const data = new SignedData({ schema: new ContentInfo({ schema: asn1.result }).content })
  const holds = await data
    .verify({ signer: 0, data: new Uint8Array(signed).buffer, checkChain: false }, engine)
    .catch(() => false)
  return {
    holds,
    ofAll: start === 0 && next + rest === pdf.length,
    subFilter: [...text.matchAll(/\/SubFilter\s*\/([\w.]+)/g)].at(-1)?.[1] ?? '',
  }
}
