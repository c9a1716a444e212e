// A period's key determines everything about it; a practice period has a key of its own, and so has everything under it.
import type { PeriodKey } from '../types/Pointer.ts'

export type Quarter = 1 | 2 | 3 | 4
export interface Period {
  key: PeriodKey
  year: number
  quarter: Quarter | null
  practice: boolean
}

/** Keys of one sort, years or quarters, are in the order of time as text. */
export const periodPattern = /^\d{4}(-TW[1-4])?(-latihan)?$/
const roman = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const
const lastDays = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const
const firstDays = { 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' } as const

export const isPeriodKey = (text: string): text is PeriodKey => periodPattern.test(text)

/** Throws a RangeError on a text that is no period key. */
export function parsePeriod(key: PeriodKey): Period {
  const match = periodPattern.exec(key)
  if (!match) throw new RangeError(`not a period: ${key}`)
  return {
    key,
    year: Number(key.slice(0, 4)),
    quarter: match[1] ? (Number(match[1].at(-1)) as Quarter) : null,
    practice: match[2] !== undefined,
  }
}

export function periodKey({ year, quarter, practice }: Omit<Period, 'key'>): PeriodKey {
  return `${String(year).padStart(4, '0')}${quarter ? `-TW${quarter}` : ''}${practice ? '-latihan' : ''}`
}

export const periodYear = (key: PeriodKey): number => parsePeriod(key).year
export const isPractice = (key: PeriodKey): boolean => parsePeriod(key).practice

/** `Triwulan III 2026`, `Tahun 2026 (latihan)`. */
export function periodTitle(key: PeriodKey): string {
  const { year, practice } = parsePeriod(key)
  const quarter = quarterTitle(key)
  return `${quarter ?? 'Tahun'} ${year}${practice ? ' (latihan)' : ''}`
}

/** `Triwulan III`, or null for a year. */
export function quarterTitle(key: PeriodKey): string | null {
  const { quarter } = parsePeriod(key)
  return quarter ? `Triwulan ${roman[quarter]}` : null
}

/** The quarter or year before; that of a first quarter is the fourth of the year before. Practice stays practice. */
export function previousPeriod(key: PeriodKey): PeriodKey {
  const { year, quarter, practice } = parsePeriod(key)
  if (quarter && quarter > 1) return periodKey({ year, quarter: (quarter - 1) as Quarter, practice })
  return periodKey({ year: year - 1, quarter: quarter && 4, practice })
}

/** The same quarter, or the year, a year earlier. Practice stays practice. */
export const yearBefore = (key: PeriodKey): PeriodKey => {
  const { year, ...rest } = parsePeriod(key)
  return periodKey({ ...rest, year: year - 1 })
}

/** The quarters of the same year before this one, oldest first; none for a year. */
export function quartersBefore(key: PeriodKey): PeriodKey[] {
  const { year, quarter, practice } = parsePeriod(key)
  return ([1, 2, 3, 4] as const).filter(q => q < (quarter ?? 0)).map(q => periodKey({ year, quarter: q, practice }))
}

/** First and last day of what is reported, as dates. */
export function periodStart(key: PeriodKey): string {
  const { year, quarter } = parsePeriod(key)
  return `${String(year).padStart(4, '0')}-${firstDays[quarter ?? 1]}`
}
export function periodEnd(key: PeriodKey): string {
  const { year, quarter } = parsePeriod(key)
  return `${String(year).padStart(4, '0')}-${lastDays[quarter ?? 4]}`
}
