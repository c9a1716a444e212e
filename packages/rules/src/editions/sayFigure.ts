import { decimalText, divide, exact } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Decimal } from '../types/Decimal.ts'
import type { Figure } from '../types/Figure.ts'
import { shownFigure, whyWords } from '../words/figureText.ts'
import type { FigurePiece } from './Narrative.ts'

/** By which power of ten an amount is said, and its word. */
export const scales = {
  thousand: { by: '1000', word: 'ribu' },
  million: { by: '1000000', word: 'juta' },
  billion: { by: '1000000000', word: 'miliar' },
  trillion: { by: '1000000000000', word: 'triliun' },
} as const

type How = Pick<FigurePiece, 'decimals' | 'scale'> & { bare?: boolean }

/** How many decimals it is shown with, where the piece does not say: two of a scaled amount, else as everywhere. */
const shownDecimals = (figure: Figure): number => /,(\d+)/.exec(shownFigure(figure))?.[1]?.length ?? 0

/** `Rp1,24 triliun`, `94,00 %`, `4.512 orang`; bare without its unit. */
const withUnit = (number: string, word: string, unit: string, bare: boolean): string => {
  const scaled = word === '' ? number : `${number} ${word}`
  if (bare || unit === '') return scaled
  if (unit === 'Rp') return number.startsWith('-') ? `-Rp${scaled.slice(1)}` : `Rp${scaled}`
  return `${scaled} ${unit}`
}

/** A value as a sentence says it: rounded half away from zero, with its unit. */
function sayValue(value: Decimal, unit: string, figure: Figure, { decimals, scale, bare = false }: How): string {
  if (scale === undefined)
    return withUnit(formatNumber(value, { decimals: decimals ?? shownDecimals(figure) }), '', unit, bare)
  const { by, word } = scales[scale]
  const scaled = decimalText(divide(exact(value), exact(by)))
  return withUnit(formatNumber(scaled, { decimals: decimals ?? 2 }), word, unit, bare)
}

/** A figure as a sentence says it; one without a value says why: `(tidak dapat dihitung karena pembaginya 0)`. */
export const sayFigure = (figure: Figure, how: How): string =>
  figure.value === null
    ? figure.band === null
      ? `(${whyWords(figure.why)})`
      : figure.band.label
    : sayValue(figure.value, figure.unit, figure, how)

/** Of a reference to which nothing belongs any more. */
export const notFound = '(angkanya belum disetujui)'
