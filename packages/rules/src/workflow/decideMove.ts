import type { Permission } from '../access/permissions.ts'
import { isBlank } from '../text/isBlank.ts'
import type { Anchor } from '../types/Pointer.ts'
import { type Move, type MoveName, moves, type Step, type WorkflowSettings } from './moves.ts'
import type { MoveNeed } from './needs.ts'
import type { Status } from './statuses.ts'

/** What is known, inside the transaction, of the submission, the user, and the request. */
export interface MoveFacts {
  status: Status
  settings: WorkflowSettings
  /** the status it was last submitted from; null before the first */
  submittedFrom: 'draft' | 'returned' | null
  /** `may` for this actor and this submission */
  may: (permission: Permission) => boolean
  /** this person, in any post or by any of his or her keys, wrote, attached, contributed, signed or submitted nothing of it */
  cleanHands: boolean
  claim: 'none' | 'own' | 'other'
  /** this person passed it in the first review of this submission */
  reviewedFirst: boolean
  /** findings that block submitting */
  blocking: number
  periodOpen: boolean
  /** notes that are neither answered nor resolved */
  unansweredNotes: number
  openNotes: number
  /** rows with a declared state that the reviewer has not ticked */
  unticked: number
  /** findings that block in the cells of the evaluator */
  unevaluated: number
  reason?: string
  /** the day until which the answer is awaited */
  answerBy?: string
  /** what a return or reopening leaves open; null: all */
  openAnchors?: Anchor[] | null
}

/** Absent fields are unchanged. `claim: 'own'`: the user has claimed it now. */
export interface MoveDecision {
  to: Status
  claim?: 'own' | 'none'
  openAnchors?: Anchor[] | null
  submittedFrom?: 'draft' | 'returned'
}
export interface MoveRefusal {
  refused: 'no-right' | 'wrong-status' | 'clean-hands' | 'needs-unmet'
  /** what is missing, in the order of the table; empty unless `needs-unmet` */
  needs: MoveNeed[]
}

const met: Record<MoveNeed, (f: MoveFacts) => boolean> = {
  'nothing-blocks': f => f.blocking === 0,
  'period-open': f => f.periodOpen,
  'notes-answered': f => f.unansweredNotes === 0,
  reason: f => !isBlank(f.reason ?? ''),
  date: f => (f.answerBy ?? '') !== '',
  anchors: f => f.openAnchors === null || (f.openAnchors?.length ?? 0) > 0,
  unclaimed: f => f.claim === 'none',
  'own-claim': f => f.claim === 'own',
  claimed: f => f.claim !== 'none',
  'another-person': f => !f.reviewedFirst,
  'open-note': f => f.openNotes > 0,
  ticks: f => f.unticked === 0,
  evaluated: f => f.unevaluated === 0,
}

function destination({ to }: Step, { status, settings, submittedFrom }: MoveFacts): Status {
  if (typeof to === 'function') return to(settings)
  if (to === 'same') return status
  return to === 'origin' ? (submittedFrom ?? 'draft') : to
}

/** Pure: what this move makes of the submission, or why not. Permissions are checked first, so that a stranger learns nothing. */
export function decideMove(name: MoveName, facts: MoveFacts): MoveDecision | MoveRefusal {
  const move: Move = moves[name]
  const refuse = (refused: MoveRefusal['refused'], needs: MoveNeed[] = []): MoveRefusal => ({ refused, needs })
  if (!facts.may(move.permission)) return refuse('no-right')
  const step = move.steps.find(({ from }) => from === facts.status)
  if (!step) return refuse('wrong-status')
  if (move.cleanHands && !facts.cleanHands) return refuse('clean-hands')
  const unmet = step.needs.filter(need => !met[need](facts))
  if (unmet.length > 0) return refuse('needs-unmet', unmet)

  const to = destination(step, facts)
  const { status, openAnchors } = facts
  return {
    to,
    ...(move.claim && { claim: move.claim }),
    ...(to === 'returned' && openAnchors !== undefined && step.needs.includes('anchors') && { openAnchors }),
    ...(to === 'approved' && { openAnchors: null }),
    ...(name === 'submit' && (status === 'draft' || status === 'returned') && { submittedFrom: status }),
  }
}
