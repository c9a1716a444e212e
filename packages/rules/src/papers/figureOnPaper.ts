import { formatNumber } from '../numbers/formatNumber.ts'
import type { Figure } from '../types/Figure.ts'
import type { RowId } from '../types/Pointer.ts'
import { whyWords } from '../words/figureText.ts'
import type { PaperGiven, PaperWord } from './PaperKind.ts'
import { paperMoney } from './paperWord.ts'

export const figureOf = ({ figures }: Pick<PaperGiven, 'figures'>, code: string, row: RowId | ''): Figure | undefined =>
  figures.find(figure => figure.code === code && figure.row === row)

/** What a figure without a value has in its cell: a declared state or that it cannot be computed in words, else a dash. */
const without = ({ why }: Pick<Figure, 'why'>): string =>
  why === 'zero-denominator'
    ? 'tidak dapat dihitung'
    : ['nil', 'notApplicable', 'notYetAvailable'].includes(why ?? '')
      ? whyWords(why)
      : '–'

/** A share or an index, two decimals. */
export const shareOnPaper = (figure: Figure | undefined): PaperWord =>
  !figure ? '–' : figure.value === null ? without(figure) : formatNumber(figure.value, { decimals: 2 })

/** Rupiah. */
export const moneyOnPaper = (figure: Figure | undefined): PaperWord =>
  !figure ? '–' : figure.value === null ? without(figure) : paperMoney(figure.value)

/** What was measured: a step of a scale by its label, a number with at most two decimals. */
export const measureOnPaper = (figure: Figure | undefined): PaperWord => {
  if (!figure) return '–'
  if (figure.value === null) return without(figure)
  if (figure.band) return figure.band.label
  return formatNumber(figure.value, { decimals: Math.min(2, figure.value.split('.')[1]?.length ?? 0) })
}
