/** A report as far as its punctuality is concerned; the first submission counts, against the due date that held for it. */
export interface PunctualReport {
  /** The due date with what it was extended by; null: none. */
  dueAt: Date | null
  firstAt: Date | null
  extended: boolean
}

export interface OfficePunctuality {
  /** Those that are judged: first submitted, or past due. The three below add up to it. */
  judged: number
  inTime: number
  late: number
  /** Past due and never submitted. */
  missing: number
  /** Of those that are judged, how many had an extended due date. */
  extended: number
  /** Half of those that were submitted came earlier, in days against their due date: below zero before it. Null where none was. */
  medianDays: number | null
}

const day = 86_400_000

/**
 * How punctual an office was with these reports. An extension counts as it was granted, and is named; what is not due yet and was
 * not submitted is not judged; what has no due date never is.
 */
export function punctualityOf(reports: readonly PunctualReport[], now: Date): OfficePunctuality {
  const result: OfficePunctuality = { judged: 0, inTime: 0, late: 0, missing: 0, extended: 0, medianDays: null }
  const days: number[] = []
  for (const { dueAt, firstAt, extended } of reports) {
    if (dueAt === null || (firstAt === null && now <= dueAt)) continue
    result.judged += 1
    if (extended) result.extended += 1
    if (firstAt === null) result.missing += 1
    else {
      if (firstAt <= dueAt) result.inTime += 1
      else result.late += 1
      days.push((firstAt.getTime() - dueAt.getTime()) / day)
    }
  }
  return { ...result, medianDays: median(days) }
}

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** `3 hari sebelum tenggat`, to the nearest day; a part of a day is one. '' where nothing was submitted. */
export function medianWords(days: number | null): string {
  if (days === null) return ''
  const whole = Math.ceil(Math.abs(days))
  if (whole === 0) return 'tepat pada tenggat'
  return `${whole} hari ${days < 0 ? 'sebelum' : 'sesudah'} tenggat`
}
