import { changeDigest, type DigestedChange } from '../changeDigest.ts'
import type { Tampering } from './tampering.ts'

/** The changes of answers that one submission covers, against the digest in its event. Pure. */
export const verifyChanges = (
  { where, at }: Pick<Tampering, 'where' | 'at'>,
  changes: readonly DigestedChange[],
  { after, upTo, digest }: { after: number; upTo: number; digest: string },
): Tampering[] => {
  const there = new Set(changes.map(({ seq }) => seq))
  const missing = Array.from({ length: Math.max(0, upTo - after) }, (_, i) => after + 1 + i).filter(n => !there.has(n))
  if (missing.length > 0)
    return [
      { code: 'change-missing', where, message: `Perubahan isian nomor ${missing.join(', ')} tidak ada lagi.`, at },
    ]
  if (changeDigest(changes) === digest) return []
  return [
    {
      code: 'change-changed',
      where,
      message: `Perubahan isian di antara nomor ${after + 1} dan ${upTo} diubah sesudah dikirim.`,
      at,
    },
  ]
}
