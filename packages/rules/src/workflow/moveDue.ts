import { isLate, type Lateness } from './lateness.ts'

/** A report that is owed. `firstAt`: when its number 1 was first submitted, whichever number is the newest. */
export interface DueReport extends Lateness {
  dueAt: Date
}
export interface DueMove {
  /** The new deadline applies to it; else it keeps the one in force when it was submitted. */
  moves: boolean
  becomes: 'late' | 'on-time' | null
}

/** Withdrawn after it was submitted in time: it may use a later deadline, which changes nothing about how it was judged. */
const mayUse = ({ status, number, dueAt, firstAt }: DueReport, to: Date): boolean =>
  number === 1 && (status === 'draft' || status === 'signing') && firstAt !== null && firstAt <= dueAt && to > dueAt

/**
 * What a new deadline of its period does to a report (decision 0048): a submitted one is judged by the deadline of
 * then, unless the coordinator applies the new one to those too.
 */
export const moveDue = (report: DueReport, to: Date, alsoSubmitted: boolean, now: Date): DueMove => {
  const moves =
    report.dueAt.getTime() !== to.getTime() && (report.firstAt === null || alsoSubmitted || mayUse(report, to))
  const after = isLate(moves ? { ...report, dueAt: to } : report, now)
  return { moves, becomes: after === isLate(report, now) ? null : after ? 'late' : 'on-time' }
}
