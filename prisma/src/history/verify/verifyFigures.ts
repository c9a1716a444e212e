import { createHash } from 'node:crypto'
import { canonicalJson, type Figure, recompute } from '@sepakat/rules'
import type { Tampering } from './tampering.ts'

/** SHA-256 over the canonical JSON of figures, in the order of their codes and rows. */
export const figuresHash = (figures: readonly Figure[]): string => {
  const keyOf = ({ code, row }: Figure) => `${code} ${row}`
  const sorted = [...figures].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(sorted))))
    .digest('hex')
}

/** The revision that findings name, and when it was frozen. */
type Place = Pick<Tampering, 'where' | 'at'>

const keyOf = ({ code, row }: Pick<Figure, 'code' | 'row'>) => `${code}/${row}`
const computed = ['value', 'raw', 'why', 'numerator', 'denominator'] as const

/**
 * The figures stored beside a revision against those frozen in it, and each against what its own derivation gives:
 * a figure is found out even where somebody changed the frozen one with it. Pure.
 */
export const verifyFigures = (
  { where, at }: Place,
  frozen: readonly Figure[],
  stored: readonly Figure[],
): Tampering[] => {
  const found: Tampering[] = []
  const rows = new Map(stored.map(figure => [keyOf(figure), figure]))
  for (const figure of frozen) {
    const row = rows.get(keyOf(figure))
    rows.delete(keyOf(figure))
    if (row === undefined)
      found.push({ code: 'figure-missing', where, message: `Angka ${keyOf(figure)} tidak ada lagi.`, at })
    else if (canonicalJson(row) !== canonicalJson(figure) || !follows(row))
      found.push({
        code: 'figure-changed',
        where,
        message: `Angka ${keyOf(figure)} diubah: tertulis ${row.value ?? 'kosong'}, menurut penurunannya ${recompute(figure.derivation).value ?? 'kosong'}.`,
        at,
      })
  }
  for (const key of rows.keys())
    found.push({ code: 'figure-added', where, message: `Angka ${key} tidak ada dalam kiriman ini.`, at })
  return found
}

/** What the event of a recomputation says of it. */
export interface Recomputed {
  ruleSet: string
  outcome: string
  sha256: string | null
}

/** What is kept of a revision beside what it was frozen with: what was tried by other rule sets, and the figures by rule set. */
export interface Beside {
  tried: readonly Recomputed[]
  figures: ReadonlyMap<string, readonly Figure[]>
}

/** The figures stored beside a revision under other rule sets against the events that recorded them, and what each derivation gives. Pure. */
export const verifyRecomputed = (
  place: Place,
  recorded: readonly Recomputed[],
  { tried, figures: stored }: Beside,
): Tampering[] => {
  const { where, at } = place
  const found = verifyTried(place, recorded, tried)
  const rest = new Map(stored)
  for (const { ruleSet, sha256 } of recorded) {
    const figures = rest.get(ruleSet)
    rest.delete(ruleSet)
    if (sha256 === null && figures === undefined) continue
    if (figures === undefined)
      found.push({
        code: 'figure-missing',
        where,
        message: `Angka menurut aturan penghitungan ${ruleSet} tidak ada lagi.`,
        at,
      })
    else if (sha256 !== figuresHash(figures) || !figures.every(follows))
      found.push({ code: 'figure-changed', where, message: `Angka menurut aturan penghitungan ${ruleSet} diubah.`, at })
  }
  for (const ruleSet of rest.keys())
    found.push({
      code: 'figure-added',
      where,
      message: `Angka menurut aturan penghitungan ${ruleSet} tidak tercatat dalam riwayat.`,
      at,
    })
  return found
}

/** Which figures of a revision count hangs on what was kept as tried. */
const verifyTried = (
  { where, at }: Place,
  recorded: readonly Recomputed[],
  tried: readonly Recomputed[],
): Tampering[] => {
  const found: Tampering[] = []
  const rest = new Map(tried.map(one => [one.ruleSet, one]))
  for (const { ruleSet, outcome, sha256 } of recorded) {
    const kept = rest.get(ruleSet)
    rest.delete(ruleSet)
    if (kept?.outcome === outcome && kept.sha256 === sha256) continue
    const what = `Catatan penghitungan ulang menurut aturan penghitungan ${ruleSet}`
    found.push(
      kept === undefined
        ? { code: 'figure-missing', where, message: `${what} tidak ada lagi.`, at }
        : { code: 'figure-changed', where, message: `${what} diubah.`, at },
    )
  }
  for (const ruleSet of rest.keys())
    found.push({
      code: 'figure-added',
      where,
      message: `Catatan penghitungan ulang menurut aturan penghitungan ${ruleSet} tidak ada dalam riwayat.`,
      at,
    })
  return found
}

const follows = (figure: Figure): boolean => {
  const again = recompute(figure.derivation)
  return computed.every(name => again[name] === figure[name])
}
