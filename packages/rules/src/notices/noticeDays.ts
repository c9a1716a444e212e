import { daysAfter } from '../offices/spans.ts'

const dayLength = 86_400_000

/** Whole days from one day to another; negative where the other is before it. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/** Monday to Friday. No calendar of holidays is kept: on one of them people are told as on any weekday. */
export const isWorkDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The last day before the next working day: on a Friday its Sunday. */
export const lastBeforeWork = (day: string): string =>
  isWorkDay(daysAfter(day, 1)) ? day : lastBeforeWork(daysAfter(day, 1))
