import { type HeldDueFacts, heldDue, wasLate } from './heldDue.ts'
import { isToDo } from './statuses.ts'

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
  if (isToDo(facts.status)) return before(heldDue(facts), now)
  return wasLate(facts) || before(facts.returnDueAt, facts.submittedAt)
}
