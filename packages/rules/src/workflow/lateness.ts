import { isWithOffice, type ReportStatus } from './statuses.ts'

/** The facts that decide whether a report is late; `firstAt` is when it was first submitted. */
export interface Lateness {
  status: ReportStatus
  /** A Perubahan has no deadline: the obligation was met by the first. */
  number: number
  dueAt: Date | null
  returnDueAt: Date | null
  submittedAt: Date | null
  firstAt: Date | null
}

const before = (due: Date | null, at: Date | null): boolean => due !== null && at !== null && due < at

/**
 * Late by the server's clock: overdue while it is with its office, or first submitted after it was due, or submitted again after
 * the date set by a return.
 */
export const isLate = ({ status, number, dueAt, returnDueAt, submittedAt, firstAt }: Lateness, now: Date): boolean => {
  if (number > 1) return status === 'returned' ? before(returnDueAt, now) : before(returnDueAt, submittedAt)
  if (status === 'returned') return before(returnDueAt ?? dueAt, now)
  if (status === 'not-begun' || isWithOffice(status)) return before(dueAt, now)
  return before(dueAt, firstAt) || before(returnDueAt, submittedAt)
}
