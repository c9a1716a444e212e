import type { NumberReading } from '@sepakat/rules/numbers/readNumber.ts'
import { formatNumber } from '#ui/numbers.ts'

/** `Dibaca 1.234,5.` */
export const readingWords = (reading: NumberReading): string =>
  reading.kind === 'number' ? `Dibaca ${formatNumber(reading.value)}.` : ''
