import { draw } from './draw.ts'

const dayMs = 86_400_000
/** The region's zone, WITA, is eight hours ahead and knows no summer time. */
const zoneMs = 8 * 3_600_000
const [opens, closes] = [8 * 60, 15 * 60 + 50]

/** An instant in the region's zone: the start of that day, or one minute before its end. */
export const wita = (year: number, month: number, date: number, end = false): Date =>
  new Date(Date.UTC(year, month - 1, date) - zoneMs + (end ? dayMs - 60_000 : 0))

/**
 * An instant in office hours, Monday to Friday, so many days after (or before) another; always later than `least`, where it is given.
 * The minute follows from the words.
 */
export const inOfficeHours = (from: Date, days: number, least: Date | null, ...of: (string | number)[]): Date => {
  const minute = opens + (draw('minute', ...of) % (closes - opens))
  const second = draw('second', ...of) % 60
  let day = Math.floor((from.getTime() + zoneMs) / dayMs) + days
  for (;;) {
    const weekday = (day + 4) % 7
    const at = new Date(day * dayMs + minute * 60_000 + second * 1000 - zoneMs)
    if (weekday !== 0 && weekday !== 6 && (least === null || at > least)) return at
    day++
  }
}
