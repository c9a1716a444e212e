import { isDecimal } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'

/** A target or realization for display: a number in Indonesian format, a step by its label. */
export const shownMeasure = (text: string): string => (isDecimal(text) ? formatNumber(text) : text)
