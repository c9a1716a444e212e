import type { FigureRef } from '../editions/Narrative.ts'
import { sayFigure } from '../editions/sayFigure.ts'
import type { Coverage, CoverageStanding } from '../form/coverage.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodTitle } from '../periods/period.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import { type Change, type Comparison, changeParts, compare, uncomparedWords } from './compare.ts'
import type { SentencePiece } from './Sentence.ts'

export interface Covered {
  coverage: Coverage
  standing: CoverageStanding
}
/** A figure of the region with what it covers. */
export interface CoveredFigure extends Covered {
  figure: Figure
  period: PeriodKey
  /** It is made of figures of other rules than its own. */
  isMixed: boolean
  /** Null: it is no figure of a form. */
  of: FigureRef | null
}

export const text = (words: string): SentencePiece => ({ piece: 'text', text: words })

/** A figure as a sentence says it; its category behind it, where it has one. */
export const figurePieces = (
  { figure, of, coverage, standing }: CoveredFigure,
  how: Parameters<typeof sayFigure>[1] = {},
): SentencePiece[] => [
  {
    piece: 'figure',
    said: sayFigure(figure, how),
    value: figure.value,
    unit: figure.unit,
    coverage,
    standing,
    of,
  },
  ...(figure.band && figure.value !== null ? [text(` (${figure.band.label})`)] : []),
]

/** A count in a sentence. */
export const counted = (n: number, { coverage, standing }: Covered): SentencePiece => ({
  piece: 'figure',
  said: formatNumber(String(n)),
  value: String(n),
  unit: '',
  coverage,
  standing,
  of: null,
})

/** `27 dari 29 layanan`. */
const coveredWords = ({ owed, reported }: Coverage, covers: string): string =>
  `${formatNumber(String(reported))} dari ${formatNumber(String(owed))} ${covers}`

/** `27 dari 29 layanan sudah masuk`. */
export const coverageWords = (coverage: Coverage, covers: string): string =>
  `${coveredWords(coverage, covers)} sudah masuk`

/** `, naik 3,10 poin dari Triwulan III 2025`, with what that covered where it is not as much; why not, where the two cannot be compared. */
export function changePieces(now: CoveredFigure, before: CoveredFigure | null, covers: string): SentencePiece[] {
  const compared = compareFigures(now, before)
  if (before === null || compared.is === 'unknown')
    return now.figure.value === null ? [] : [text(', belum ada angka tahun lalu sebagai pembanding')]
  const then = periodTitle(before.period)
  if (compared.is === 'other-rules') return [text(`, ${uncomparedWords(then)}`)]
  const alike =
    now.coverage.reported === before.coverage.reported && now.coverage.owed === before.coverage.owed
      ? ''
      : ` (ketika itu ${coveredWords(before.coverage, covers)})`
  return [text(', '), ...pointsFrom(compared, before, `${then}${alike}`)]
}

/** A figure of the region beside that of another period. */
export const compareFigures = (now: CoveredFigure, before: CoveredFigure | null): Comparison =>
  compare(sideOf(now), before && sideOf(before))

const sideOf = ({ figure, isMixed }: CoveredFigure) => ({
  value: figure.value,
  ruleSet: figure.derivation.ruleSet,
  isMixed,
})

/** `naik 3,10 poin dari Triwulan III 2025`, or that it is the same. */
export function pointsFrom(
  change: Change,
  { coverage, standing, of = null }: Covered & { of?: FigureRef | null },
  then: string,
): SentencePiece[] {
  const [head, said, tail] = changeParts(change, then)
  if (said === '') return [text(head)]
  return [text(head), { piece: 'figure', said, value: change.points, unit: 'poin', coverage, standing, of }, text(tail)]
}
