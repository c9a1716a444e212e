import { type AccessActor, type AccessTarget, may } from '../access/may.ts'
import type { ReportType } from '../reportTypes.ts'
import type { ActorId } from '../types/Change.ts'
import { type Closing, closedAt } from './closesFor.ts'
import type { MoveFacts } from './decideMove.ts'
import type { WorkflowSettings } from './moves.ts'
import type { Origin } from './statuses.ts'

/** A submission, so far as it says what moves it can make. */
export interface Movable extends Closing {
  submittedFrom: MoveFacts['submittedFrom']
  origin: Origin
  reportType: ReportType
  /** The office and all above it. */
  officePath: string[]
  claimedBy: ActorId | null
  opensAt: Date | null
}

/** What else was read of it, and of what the person who asks did with it. */
export interface ReadForMove {
  openNotes: number
  hands: { clean: boolean; claimed: boolean; reviewed: boolean }
  unticked: number
}

/** What is sent along with a move. */
export type SentWithMove = Pick<MoveFacts, 'reason' | 'answerBy' | 'openAnchors'>

/** Who asks, when; `reviewer` is that of the kind. */
export interface MoveAsker {
  access: AccessActor
  today: string
  reviewer: AccessTarget['reviewer']
  now: Date
}

const isOpenAt = (submission: Movable, now: Date): boolean =>
  closedAt(submission, now) === null && (submission.opensAt === null || submission.opensAt <= now)

/** What decides about moves, but for what takes an evaluation: `blocking` and `unevaluated` are 0. */
export const moveFacts = (
  submission: Movable,
  { openNotes, hands, unticked }: ReadForMove,
  { access, today, reviewer, now }: MoveAsker,
  settings: WorkflowSettings,
  sent: SentWithMove = {},
): MoveFacts => {
  const { status, submittedFrom, origin, reportType, officePath: office, claimedBy } = submission
  return {
    status,
    settings,
    submittedFrom,
    // What was brought in from before the system is corrected by bringing it in again.
    may: permission => origin === 'filed' && may(access, permission, { today, reportType, office, reviewer }),
    cleanHands: hands.clean,
    claim: claimedBy === null ? 'none' : hands.claimed ? 'own' : 'other',
    reviewedFirst: hands.reviewed,
    blocking: 0,
    periodOpen: isOpenAt(submission, now),
    unansweredNotes: openNotes,
    openNotes,
    unevaluated: 0,
    unticked,
    ...sent,
  }
}
