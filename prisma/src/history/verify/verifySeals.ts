import { firstPrev } from '../eventHash.ts'
import { type Seal, sealHash, sealMark } from '../seal.ts'
import type { Tampering } from './tampering.ts'

/** A seal noted outside earlier. `hash` may be its beginning, 16 digits at least. */
export interface Anchor {
  n: number
  hash: string
}

/** @returns null where the text is no `<n>:<hash>` */
export const readAnchor = (text: string): Anchor | null => {
  const match = /^(\d{1,9}):([0-9a-f]{16,64})$/i.exec(text.trim())
  return match ? { n: Number(match[1]), hash: match[2]!.toLowerCase() } : null
}

/** One seal against the one before it. Pure. */
export const verifySeal = (seal: Seal, before: Pick<Seal, 'n' | 'hash'> | null): Tampering[] => {
  const found: Tampering[] = []
  const where = `segel ${seal.n}`
  const at = seal.at.toISOString()
  const expected = (before?.n ?? 0) + 1
  if (seal.n !== expected)
    found.push({ code: 'seal-missing', where: `segel ${expected}`, message: 'Segel ini tidak ada lagi.', at })
  const prev = before?.hash ?? firstPrev
  const follows = seal.n !== expected || seal.prev === prev
  if (!follows || sealHash(seal) !== seal.hash)
    found.push({
      code: 'seal-changed',
      where,
      message: 'Segel ini diubah atau tidak menyambung pada yang sebelumnya.',
      at,
    })
  return found
}

/** What a seal says of its streams against the stored events; `hashOf` gives null where there is none. Pure. */
export const verifySealedHeads = (
  seal: Pick<Seal, 'n' | 'heads' | 'at'>,
  hashOf: (stream: string, seq: number) => string | null,
): Tampering[] =>
  Object.entries(seal.heads).flatMap(([stream, [seq, hash]]): Tampering[] => {
    const standing = hashOf(stream, seq)
    if (standing === hash) return []
    return standing === null
      ? [
          {
            code: 'sealed-event-missing',
            where: stream,
            message: `Peristiwa nomor ${seq} sudah disegel (segel ${seal.n}), tetapi tidak ada lagi.`,
            at: seal.at.toISOString(),
          },
        ]
      : [
          {
            code: 'sealed-event-changed',
            where: stream,
            message: `Peristiwa nomor ${seq} tidak sama dengan yang disegel (segel ${seal.n}).`,
            at: seal.at.toISOString(),
          },
        ]
  })

/** Whether the seal noted outside is still the same: if not, all up to it was rewritten, however well its hashes fit. */
export const verifyAnchor = (anchor: Anchor, seal: Pick<Seal, 'n' | 'hash' | 'at'> | null): Tampering[] => {
  if (seal?.hash.startsWith(anchor.hash)) return []
  const standing = seal ? `sekarang ${sealMark(seal)}` : 'sekarang tidak ada'
  return [
    {
      code: 'anchor-differs',
      where: `segel ${anchor.n}`,
      message: `Tidak sama dengan yang dicatat (${anchor.n}:${anchor.hash}; ${standing}): aliran dan segel sampai di sini ditulis ulang.`,
      at: seal?.at.toISOString() ?? null,
    },
  ]
}
