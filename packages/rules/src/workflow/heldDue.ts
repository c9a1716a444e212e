import { isToDo, type ReportStatus } from './statuses.ts'

/** `At`: an instant, as the database or as the wire gives it. */
export interface HeldDueFacts<At = Date> {
  status: ReportStatus
  /** A Perubahan has no deadline: the obligation was met by the first. */
  number: number
  dueAt: At | null
  /** The date of its own that what was sent before was given: by a return, or by an extension after it was withdrawn. */
  returnDueAt: At | null
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
}: Pick<HeldDueFacts<unknown>, 'status' | 'returnDueAt' | 'firstAt'>): boolean =>
  status === 'returned' || (status === 'signing' && firstAt !== null && returnDueAt !== null)

/**
 * Until when a report that is with its office is expected; null: no date holds, or it is not with its office. The one place that says
 * so: `heldDue` of the database is the same as SQL.
 */
export const heldDue = <At>({ status, number, dueAt, returnDueAt }: Omit<HeldDueFacts<At>, 'firstAt'>): At | null =>
  isToDo(status) ? (returnDueAt ?? (number > 1 ? null : dueAt)) : null

/** The one date that a list shows of a report: until when it is expected, or was before it was sent. */
export const shownDue = <At>(facts: Omit<HeldDueFacts<At>, 'firstAt'>): At | null =>
  isToDo(facts.status) ? heldDue(facts) : (facts.returnDueAt ?? facts.dueAt)

/** Whether it was first submitted after it was due: that stays, whatever becomes of it. */
export const wasLate = ({ number, dueAt, firstAt }: Pick<HeldDueFacts, 'number' | 'dueAt' | 'firstAt'>): boolean =>
  number === 1 && dueAt !== null && firstAt !== null && dueAt < firstAt

/**
 * Whether an extension gives it a date of its own: the answer to a return, and what was late before it was withdrawn, which a later
 * deadline would make punctual.
 */
export const extendsOwnDate = (facts: HeldDueFacts): boolean =>
  facts.status === 'returned' || facts.returnDueAt !== null || wasLate(facts)
