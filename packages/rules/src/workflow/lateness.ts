import { type HeldDueFacts, heldDue } from './heldDue.ts'
import { isWithOffice } from './statuses.ts'

/** Of what is owed and due by now: all of it, first submitted by its deadline, first submitted after it, never submitted. */
export const timelinesses = ['due', 'on-time', 'overdue', 'missing'] as const
export type Timeliness = (typeof timelinesses)[number]

/** The facts that decide whether a report is late. */
export interface Lateness extends HeldDueFacts {
  submittedAt: Date | null
}

const before = (due: Date | null, at: Date | null): boolean => due !== null && at !== null && due < at

/**
 * Late by the server's clock: overdue while it is with its office, or first submitted after it was due, or submitted again after
 * the date set by a return.
 */
export const isLate = (facts: Lateness, now: Date): boolean => {
  const { status, number, dueAt, returnDueAt, submittedAt, firstAt } = facts
  if (status === 'not-begun' || isWithOffice(status)) return before(heldDue(facts), now)
  return (number === 1 && before(dueAt, firstAt)) || before(returnDueAt, submittedAt)
}
