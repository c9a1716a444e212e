import { evaluateSubmission, type LockedToMove, openNumber, type Queryable, type SubmissionRecord } from '@sepakat/db'
import {
  type Anchor,
  cleanHandsMessage,
  decideMove,
  type Finding,
  givenFindings,
  isAnchorOf,
  isEvaluated,
  kinds,
  type MoveFacts,
  type MoveName,
  type MoveNeed,
  moveLabels,
  needLabels,
  statusLabels,
} from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { invalid, type ProblemError, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { refusedAs } from '#submissions/asker.ts'
import { moveFactsOf } from '#submissions/moveFactsOf.ts'

const mostErrors = 200

/** All that a move lacks; what blocks a submitting is named answer by answer. */
const unmet = (needs: MoveNeed[], blocking: Finding[] = []): ProblemError =>
  problem('needs-unmet', {
    detail: needs.map(need => needLabels[need]).join(' '),
    needs: needs.map(code => ({ code, message: needLabels[code] })),
    ...(blocking.length > 0 && {
      errors: blocking.slice(0, mostErrors).map(({ at, code, message }) => ({ pointer: at, code, message })),
    }),
  })

/**
 * Decides with the evaluation that a move takes: of all answers where it submits them, of the evaluator's where it approves those.
 * @throws needs-unmet, naming what blocks
 */
const decideWhole = async (tx: Queryable, move: MoveName, submission: SubmissionRecord, facts: MoveFacts) => {
  const kind = kinds[submission.form]
  const takes = move === 'submit' || (move === 'approve' && kind !== undefined && isEvaluated(kind))
  const ready = takes ? await evaluateSubmission(tx, submission) : null
  if (takes && ready === null) throw problem('not-found')
  const judged = (move === 'submit' ? ready?.evaluation.findings : ready?.evaluation.review) ?? []
  const withOthers = move === 'submit' ? givenFindings(submission.contributions) : []
  const blocking = [...judged.filter(({ blocks }) => blocks), ...withOthers]
  const counted = move === 'submit' ? { blocking: blocking.length } : { unevaluated: blocking.length }
  const decision = decideMove(move, { ...facts, ...counted })
  if ('refused' in decision) throw unmet(decision.needs, blocking)
  return { decision, ready }
}

type MoveRoute = `POST /submissions/:id/${MoveName}`
export type Asked = Pick<Context<MoveRoute>, 'params' | 'actor' | 'now' | 'ifMatch'>

/** What is sent along with a move. */
export interface Sent {
  reason?: string
  answerBy?: Date
  /** What a return or reopening leaves open; absent: all. */
  anchors?: Anchor[]
  /** When the device says it was asked, of a submitting that waited without a network. A statement, not a time. */
  deviceAt?: string
}

/**
 * Where the move of a submission that is locked leads, with the evaluation that it took, if any.
 * @throws the problem that says why it cannot be made
 */
export const judgeMove = async (
  tx: Queryable,
  move: MoveName,
  { submission, known, settings }: LockedToMove,
  asked: Asked,
  { reason, answerBy, anchors }: Sent,
) => {
  const { actor, now } = asked
  const openAnchors = anchors === undefined || anchors.includes('') ? null : anchors
  const facts = await moveFactsOf(tx, submission, {
    asker: actor,
    now,
    settings,
    known,
    sent: { reason, answerBy: answerBy?.toISOString(), openAnchors },
  })
  requireMovable(move, asked, submission, facts)
  const another = move === 'reopen' ? await openNumber(tx, submission) : null
  // Only one of an office, form and period is open at a time.
  if (another !== null)
    throw lacking(
      'another-open',
      `Perubahan ke-${another - 1} dari laporan ini sedang terbuka. Selesaikan dahulu perubahan itu.`,
    )
  const bad = openAnchors?.findIndex(anchor => !isAnchorOf(kinds[submission.form], anchor)) ?? -1
  if (bad >= 0) throw invalid(`/anchors/${bad}`, 'Bagian ini tidak ada pada formulir laporan.')
  return decideWhole(tx, move, submission, facts)
}

/** Everything that refuses before the answers are looked at: what blocks a submitting comes last and takes an evaluation. */
const requireMovable = (
  move: MoveName,
  { actor, ifMatch }: Asked,
  submission: SubmissionRecord,
  facts: MoveFacts,
): void => {
  const decision = decideMove(move, facts)
  const refused = 'refused' in decision ? decision.refused : null
  if (refused === 'no-right') throw problem(refusedAs(actor, submission))
  if (ifMatch !== undefined && ifMatch !== submission.version) throw problem('stale', { version: submission.version })
  if (refused === 'wrong-status')
    throw problem('wrong-status', {
      detail: `"${moveLabels[move]}" tidak dapat dilakukan: laporan ini sedang berstatus "${statusLabels[submission.status]}". Muat ulang untuk melihat keadaannya.`,
    })
  if (refused === 'clean-hands') throw lacking('clean-hands', cleanHandsMessage)
  // Of a submitting all that lacks is named at once, findings too.
  if ('refused' in decision && refused === 'needs-unmet' && move !== 'submit') throw unmet(decision.needs)
}
