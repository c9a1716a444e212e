import { periodTitle } from '../periods/period.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import { type BookedFigure, type FigureBook, refKey } from './figureBook.ts'
import type { FigureRef } from './Narrative.ts'

/** Words for one thing: what people call it, and what the forms do. */
const alike: readonly (readonly string[])[] = [
  ['belanja', 'anggar', 'pagu', 'alokasi'],
  ['capai', 'prestasi', 'hasil'],
  ['miskin', 'kemiskinan'],
  ['kabupaten', 'daerah', 'region'],
  ['penerima', 'sasar'],
  ['serap', 'realisas'],
  ['indeks', 'nilai'],
  ['opd', 'perangkat'],
]
const synonyms = new Map(alike.flatMap((words, n) => words.map(word => [word, n] as const)))

const sounded = /^(?:pe|me)ny(?=\p{L}{4,})/u
const prefixes = /^(?:memper|diper|keter|meng|peng|mem|men|pem|pen|ter|ber|di|ke|me|pe)(?=\p{L}{4,})/u
const suffixes = /(?:kannya|annya|kan|nya|an|i)$/u

/** The part of an Indonesian word that its forms share, roughly: `terserap`, `serapan`, `penyerapan` are alike. */
export function stemOf(word: string): string {
  let stem = word.replace(sounded, 's').replace(prefixes, '')
  if (stem.length > 5) stem = stem.replace(suffixes, '')
  return stem.length >= 3 ? stem : word
}

const tokens = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\d]+(?:[.-]\d+)*/gu) ?? []

interface Token {
  word: string
  stem: string
  weight: number
}
interface Candidate {
  booked: BookedFigure
  tokens: Token[]
  /** What speaks for it whatever is asked: of the region, as a whole, with a value, of this period. */
  bonus: number
  length: number
}

const words = (text: string, weight: number): Token[] =>
  tokens(text).map(word => ({ word, stem: stemOf(word), weight }))

export type FigureIndex = readonly Candidate[]

/** Whether a figure of an office is the region's too, since no other office has one of it: one line then says both. */
function isRegions({ all, find }: FigureBook): (booked: BookedFigure) => boolean {
  const offices = new Map<string, number>()
  const keyOf = ({ office: _, ...ref }: FigureRef) => refKey(ref)
  for (const { ref } of all) if (ref.office !== undefined) offices.set(keyOf(ref), (offices.get(keyOf(ref)) ?? 0) + 1)
  return ({ ref: { office, ...ref }, figure }) => {
    const region = office === undefined || offices.get(refKey(ref)) !== 1 ? null : find(ref)
    return region?.standing === 'final' && region.figure.value === figure.value
  }
}

/** Made once of a book; searching it is quick. */
export const figureIndex = (book: FigureBook, period: PeriodKey): FigureIndex => {
  const isTwice = isRegions(book)
  return book.all
    .filter(booked => booked.figure.code !== 'completeness' && !isTwice(booked))
    .map(booked => {
      const { label, rowLabel, rowCode, office, formTitle, figure, ref } = booked
      const own = [
        ...words(label, 4),
        ...words(rowLabel, 4),
        ...words(rowCode, 4),
        ...words(office ? `${office.name} ${office.shortName}` : 'seluruh daerah kabupaten', 3),
        ...words(formTitle, 1),
        ...words(`${periodTitle(ref.period)} ${ref.period.slice(0, 4)}`, 2),
      ]
      const bonus =
        Number(office === null) * 3 +
        Number(ref.row === '') * 2 +
        Number(figure.value !== null) +
        Number(ref.period === period) * 2
      return { booked, tokens: own, bonus, length: own.length }
    })
}

/** How well a word that is asked for is met: as it is, by its beginning, by its stem, by another word for it. */
function met(asked: { word: string; stem: string }, own: Token): number {
  if (own.word === asked.word) return own.weight
  if (asked.word.length > 1 && own.word.startsWith(asked.word)) return own.weight * 0.9
  if (asked.stem.length > 2 && own.stem === asked.stem) return own.weight * 0.85
  const same = synonyms.get(asked.stem) ?? synonyms.get(asked.word)
  if (same !== undefined && same === (synonyms.get(own.stem) ?? synonyms.get(own.word))) return own.weight * 0.6
  return 0
}

/** The figures that fit what is asked best: all its words if there are such, and those of the region before an office's. */
export function searchFigures(index: FigureIndex, q: string, limit: number): BookedFigure[] {
  const asked = [...new Set(tokens(q))].map(word => ({ word, stem: stemOf(word) }))
  const scored: { booked: BookedFigure; score: number; n: number }[] = []
  for (const [n, { booked, tokens: own, bonus, length }] of index.entries()) {
    let score = bonus - length / 50
    let missing = 0
    for (const word of asked) {
      let best = 0
      for (const token of own) best = Math.max(best, met(word, token))
      if (best === 0) missing += 1
      score += best * 2
    }
    if (asked.length > 0 && missing === asked.length) continue
    scored.push({ booked, score: score - missing * 12, n })
  }
  return scored
    .sort((a, b) => b.score - a.score || a.n - b.n)
    .slice(0, limit)
    .map(({ booked }) => booked)
}
