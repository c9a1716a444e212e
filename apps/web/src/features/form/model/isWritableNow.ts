import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import type { Submission } from '#sync/apiTypes.ts'

/** Whether the office may write in it now. */
export const isWritableNow = (submission: Submission, may: boolean, now: number): boolean =>
  may &&
  submission.readable &&
  isOpen(submission.status as Status) &&
  (submission.closesAt === null || Date.parse(submission.closesAt) > now)
