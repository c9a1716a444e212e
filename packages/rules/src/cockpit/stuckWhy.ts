import { type HeldDueFacts, heldDue, owesAnswer } from '../workflow/heldDue.ts'

const day = 86_400_000

/** What a report must show to be stuck, in milliseconds. The statement that seeks them reads the same numbers. */
export const stuckAfter = {
  /** Not created, and due within so long. */
  notStartedBefore: 7 * day,
  /** Nothing was changed for so long … */
  idleFor: 5 * day,
  /** … while it is due within so long. */
  idleBefore: 14 * day,
  /** It waits for a signature for so long. */
  signingFor: 2 * day,
} as const

export const stuckReasons = ['returned', 'signing', 'parts', 'idle', 'not-begun'] as const
export type StuckReason = (typeof stuckReasons)[number]

export interface StuckFacts extends HeldDueFacts {
  statusAt: Date | null
  /** When its period opens. */
  opensAt: Date | null
  /** When an answer was changed last; null while none was. */
  changedAt: Date | null
  /** The first date of a part handed out that has passed and is not done. */
  partDueAt: Date | null
}

/**
 * Why a report that is not late does not move, and since when; null where nothing hinders it. What is past due is late instead: a
 * report that owes the answer to a return is not, since its due date was met or missed once.
 */
export function stuckWhy(facts: StuckFacts, now: Date): { why: StuckReason; since: Date } | null {
  const { status, statusAt, opensAt, changedAt, partDueAt } = facts
  const at = now.getTime()
  const ago = (date: Date | null, span: number) => date !== null && date.getTime() < at - span
  const due = heldDue(facts)
  const left = due === null ? Number.POSITIVE_INFINITY : due.getTime() - at
  if (left < 0) return due !== null && owesAnswer(facts) ? { why: 'returned', since: due } : null
  if (status === 'signing')
    return statusAt && ago(statusAt, stuckAfter.signingFor) ? { why: 'signing', since: statusAt } : null
  if (status === 'draft') {
    if (partDueAt !== null && partDueAt < now) return { why: 'parts', since: partDueAt }
    const last = changedAt ?? statusAt
    return last && left < stuckAfter.idleBefore && ago(last, stuckAfter.idleFor) ? { why: 'idle', since: last } : null
  }
  if (status !== 'not-begun' || left >= stuckAfter.notStartedBefore) return null
  return opensAt !== null && opensAt <= now ? { why: 'not-begun', since: opensAt } : null
}
