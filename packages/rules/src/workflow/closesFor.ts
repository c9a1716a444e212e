import type { Status } from './statuses.ts'

/** What tells until when a period takes a submission. */
export interface Closing {
  number: number
  status: Status
  closesAt: Date | null
  extendedTo: Date | null
}

/**
 * The instant from which the period no longer takes this submission, null where none applies: an extension moves it, a
 * Perubahan comes when it comes, and what was returned or reopened is awaited until its own date, which only marks it late.
 */
export const closesFor = ({ number, status, closesAt, extendedTo }: Closing): Date | null => {
  if (number > 1 || status === 'returned' || closesAt === null) return null
  return extendedTo !== null && extendedTo > closesAt ? extendedTo : closesAt
}

/** That instant once it has passed, else null. */
export const closedAt = (submission: Closing, now: Date): Date | null => {
  const closes = closesFor(submission)
  return closes !== null && closes <= now ? closes : null
}
