import type { FigureRef } from '../editions/Narrative.ts'
import { sayDirection } from '../editions/sayDirection.ts'
import { sayFigure } from '../editions/sayFigure.ts'
import type { Coverage, CoverageStanding } from '../form/coverage.ts'
import { decimalText, exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import { periodTitle } from '../periods/period.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { SentencePiece } from './Sentence.ts'

export interface Covered {
  coverage: Coverage
  standing: CoverageStanding
}
/** A figure of the region with what it covers. */
export interface CoveredFigure extends Covered {
  figure: Figure
  period: PeriodKey
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

/** `27 dari 29 layanan sudah masuk`. */
export const coverageWords = ({ owed, reported }: Coverage, covers: string): string =>
  `${formatNumber(String(reported))} dari ${formatNumber(String(owed))} ${covers} sudah masuk`

/** `, naik 3,10 poin dari Triwulan III 2025`, with what that covered where it is not as much; why not, where the two cannot be compared. */
export function changePieces(now: CoveredFigure, before: CoveredFigure | null, covers: string): SentencePiece[] {
  const [value, then] = [now.figure.value, before?.figure.value ?? null]
  if (value === null) return []
  if (before === null || then === null) return [text(', belum ada angka tahun lalu sebagai pembanding')]
  if (now.figure.derivation.ruleSet !== before.figure.derivation.ruleSet)
    return [text(`, tidak dibandingkan dengan ${periodTitle(before.period)} karena aturan penghitungannya lain`)]
  const direction = sayDirection(
    { figure: now.figure, direction: null },
    { figure: before.figure, direction: null },
    { words: 'naik' },
  )
  const difference = decimalText(exact(value).minus(exact(then)).abs())
  const points: SentencePiece = {
    piece: 'figure',
    said: formatNumber(difference, { decimals: 2 }),
    value: difference,
    unit: 'poin',
    coverage: before.coverage,
    standing: before.standing,
    of: before.of,
  }
  const alike =
    now.coverage.reported === before.coverage.reported && now.coverage.owed === before.coverage.owed
      ? ''
      : ` (ketika itu ${coverageWords(before.coverage, covers)})`
  return [
    text(`, ${direction} `),
    ...(exact(difference).eq(exact('0')) ? [] : [points, text(' poin ')]),
    text(`dari ${periodTitle(before.period)}${alike}`),
  ]
}
