import type { SubmissionDetails } from './findSubmissionDetails.ts'
import type { ToldOfSubmitted } from './lockToMove.ts'
import type { SubmissionRecord } from './submission.ts'

/**
 * A submission that was submitted for the first time as `findSubmissionDetails` would read it after, so that it need not.
 * Not for who reviews: what that person did is told from history.
 * @param left as the submitting leaves it
 */
export const submittedDetails = (
  left: SubmissionRecord,
  { notes, seal: _, ...told }: ToldOfSubmitted,
): SubmissionDetails => ({
  ...left,
  ...told,
  openNotes: notes,
  hands: null,
  firstAt: left.submittedAt,
  recheck: null,
  numbers: told.numbers.map(it => (it.id === left.id ? { ...it, status: left.status } : it)),
  ticks: [],
})
