import { canonicalJson, type Figure, recompute } from '@sepakat/rules'
import type { Tampering } from './tampering.ts'

const keyOf = ({ code, row }: Pick<Figure, 'code' | 'row'>) => `${code}/${row}`
const computed = ['value', 'raw', 'why', 'numerator', 'denominator'] as const

/**
 * The figures that stand beside a revision against those frozen in it, and each against what its own derivation gives:
 * a figure is found out even where somebody changed the frozen one with it. Pure.
 */
export const verifyFigures = (where: string, frozen: readonly Figure[], stored: readonly Figure[]): Tampering[] => {
  const found: Tampering[] = []
  const rows = new Map(stored.map(figure => [keyOf(figure), figure]))
  for (const figure of frozen) {
    const row = rows.get(keyOf(figure))
    rows.delete(keyOf(figure))
    if (row === undefined)
      found.push({ code: 'figure-missing', where, message: `Angka ${keyOf(figure)} tidak ada lagi.` })
    else if (canonicalJson(row) !== canonicalJson(figure) || !follows(row))
      found.push({
        code: 'figure-changed',
        where,
        message: `Angka ${keyOf(figure)} diubah: tertulis ${row.value ?? 'kosong'}, menurut penurunannya ${recompute(figure.derivation).value ?? 'kosong'}.`,
      })
  }
  for (const key of rows.keys())
    found.push({ code: 'figure-added', where, message: `Angka ${key} tidak ada dalam kiriman ini.` })
  return found
}

const follows = (figure: Figure): boolean => {
  const again = recompute(figure.derivation)
  return computed.every(name => again[name] === figure[name])
}
