import { covers, rowPointerOf } from '../pointers/pointer.ts'
import type { ActorId, lockReasons } from '../types/Change.ts'
import type { Field } from '../types/Kind.ts'
import type { Anchor, Pointer, RowPointer } from '../types/Pointer.ts'
import { isOpen, type Status } from '../workflow/statuses.ts'
import type { RowRef } from './stored.ts'

/**
 * In what capacity the cells are written: for the office, as a contributor, or as evaluator in review. `given`: what the
 * office has assigned to others, who alone fill it in until it is done or taken back. `claimed`: by the evaluator who writes.
 */
export type Capacity =
  | { as: 'office'; given?: Anchor[] }
  | { as: 'contributor'; anchors: Anchor[] }
  | { as: 'evaluator'; claimed: boolean }

/** The state of a submission that decides which cells are closed. */
export interface Lock {
  status: Status
  /** when and by whom it came into this status */
  since: string
  by: ActorId | null
  /** what a partial return or reopening left open; null: all */
  openAnchors: Anchor[] | null
  /** the instant the period closed for this submission; null while it is open */
  closedAt: string | null
  capacity: Capacity
}

/** An address that a change writes to, and its ancestor rows (`lineOf`), the address's own row first. */
export interface WriteTarget {
  address: Pointer | RowPointer
  line: RowRef[]
}

/**
 * Whether one of the anchors opens the address: it covers the address or one of its ancestors (a contributor of
 * a service has its problems). An open cell opens the explanations of its row too: a correction may call for one,
 * and without it the form could not be submitted.
 */
export function opens(anchors: Anchor[], { address, line }: WriteTarget): boolean {
  const own = line[0] && rowPointerOf(line[0].table, line[0].row)
  const explains = own !== undefined && address.startsWith(`${own}/why-`)
  return anchors.some(
    anchor =>
      covers(anchor, address) ||
      line.some(ref => covers(anchor, rowPointerOf(ref.table, ref.row))) ||
      (explains && covers(own, anchor)),
  )
}

export type Locked = {
  why: (typeof lockReasons)[number]
  status: Status
  since: string
  by: ActorId | null
}

/** Why a cell of this writer cannot be written now; null when it can. An evaluator's cells are open in review only, to who has claimed it. */
export function lockedBy(lock: Lock, writer: NonNullable<Field['writer']>, targets: WriteTarget[]): Locked | null {
  const { status, since, by, capacity } = lock
  const locked = (why: Locked['why']): Locked => ({ why, status, since, by })
  if ((writer === 'evaluator') !== (capacity.as === 'evaluator')) return locked('writer')
  if (capacity.as === 'evaluator') {
    if (status !== 'in-review' && status !== 'second-review') return locked('status')
    return capacity.claimed ? null : locked('claim')
  }
  if (!isOpen(status)) return locked('status')
  if (lock.openAnchors && !targets.every(target => opens(lock.openAnchors ?? [], target))) return locked('status')
  if (lock.closedAt !== null) return { why: 'period', status, since: lock.closedAt, by: null }
  const given = capacity.as === 'office' ? capacity.given : undefined
  if (given && targets.some(target => opens(given, target))) return locked('contribution')
  if (capacity.as === 'contributor' && !targets.every(target => opens(capacity.anchors, target)))
    return locked('contribution')
  return null
}
