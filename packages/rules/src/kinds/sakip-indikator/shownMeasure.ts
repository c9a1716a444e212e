import { isDecimal } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'

/** A target or realization as people read it: a number the Indonesian way, a step as it is called. */
export const shownMeasure = (text: string): string => (isDecimal(text) ? formatNumber(text) : text)
