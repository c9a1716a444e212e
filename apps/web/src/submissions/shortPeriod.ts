import type { PeriodKey } from '@sepakat/rules'
import { parsePeriod } from '@sepakat/rules/periods/period.ts'

const roman = ['I', 'II', 'III', 'IV']

/** `TW III`, with its year where that is another; `2025` of a year. */
export function shortPeriod(key: PeriodKey, beside: PeriodKey): string {
  const { year, quarter } = parsePeriod(key)
  if (quarter === null) return String(year)
  const name = `TW ${roman[quarter - 1]}`
  return year === parsePeriod(beside).year ? name : `${name} ${year}`
}
