import type { ReportStatus, Status } from './statuses.ts'

/** What tells until when a period takes a submission. */
export interface Closing {
  number: number
  status: Status
  closesAt: Date | null
  extendedTo: Date | null
  returnDueAt: Date | null
}

/** The instant at which the period closes for one office, whatever became of its report: an extension moves it. */
export const extendedClosing = ({ closesAt, extendedTo }: Pick<Closing, 'closesAt' | 'extendedTo'>): Date | null =>
  closesAt !== null && extendedTo !== null && extendedTo > closesAt ? extendedTo : closesAt

/**
 * The instant from which the period no longer takes this submission, null where none applies: a Perubahan comes when it
 * comes, and what was returned, reopened or withdrawn and extended is awaited until its own date, which only marks it late.
 */
export const closesFor = ({ number, status, returnDueAt, ...period }: Closing): Date | null =>
  number > 1 || status === 'returned' || (status === 'draft' && returnDueAt !== null) ? null : extendedClosing(period)

/** The instant from which an office can no longer send what it owes: signing asks for no open period. */
export const takenUntil = ({ status, ...closing }: Omit<Closing, 'status'> & { status: ReportStatus }): Date | null =>
  status === 'signing' ? null : closesFor({ ...closing, status: status === 'not-begun' ? 'draft' : status })

/** That instant once it has passed, else null. */
export const closedAt = (submission: Closing, now: Date): Date | null => {
  const closes = closesFor(submission)
  return closes !== null && closes <= now ? closes : null
}
