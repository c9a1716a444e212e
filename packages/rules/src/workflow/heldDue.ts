import { isWithOffice, type ReportStatus } from './statuses.ts'

export interface HeldDueFacts {
  status: ReportStatus
  /** A Perubahan has no deadline: the obligation was met by the first. */
  number: number
  dueAt: Date | null
  returnDueAt: Date | null
  /** When it was first submitted. */
  firstAt: Date | null
}

/**
 * Whether what its office owes is the answer to a return: also while that waits for a signature. The deadline of the report was met or
 * missed before, and no longer says when it is expected.
 */
export const owesAnswer = ({
  status,
  returnDueAt,
  firstAt,
}: Pick<HeldDueFacts, 'status' | 'returnDueAt' | 'firstAt'>): boolean =>
  status === 'returned' || (status === 'signing' && firstAt !== null && returnDueAt !== null)

/**
 * Until when a report that is with its office is expected; null: no date holds, or it is not with its office. The one place that says
 * so: `heldDue` of the database is the same as SQL.
 */
export const heldDue = ({ status, number, dueAt, returnDueAt, firstAt }: HeldDueFacts): Date | null => {
  const own = number > 1 ? null : dueAt
  if (owesAnswer({ status, returnDueAt, firstAt })) return returnDueAt ?? own
  return status === 'not-begun' || isWithOffice(status) ? own : null
}
