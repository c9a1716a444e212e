import { isDecimal } from '../numbers/decimal.ts'
import { formatNumber } from '../numbers/formatNumber.ts'
import type { Cell } from '../types/Answers.ts'
import { textOf } from '../words/textOf.ts'
import type { PaperWord } from './PaperKind.ts'

/** A text on paper; what a draft has as typed is shown so. */
export const paperWord = (cell: Cell | undefined): PaperWord => textOf(cell) || null

/** A number or a step of a scale on paper, all decimals shown. */
export const paperNumber = (cell: Cell | null | undefined): PaperWord => {
  const text = textOf(cell ?? undefined)
  return isDecimal(text) ? formatNumber(text) : text || null
}

/** Rupiah on paper: whole, or with its two decimals. */
export const paperMoney = (cell: Cell | null | undefined): PaperWord => {
  const text = paperNumber(cell)
  const value = textOf(cell ?? undefined)
  return text?.includes(',') && isDecimal(value) ? formatNumber(value, { decimals: 2 }) : text
}
