import { evaluateSubmission, type Queryable, type SubmissionRecord } from '@sepakat/db'
import { decideMove, givenFindings, isEvaluated, kinds, type MoveFacts, type MoveName } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { unmet } from './unmet.ts'

/**
 * Decides with the evaluation that a move takes: of all answers where it submits them, of the evaluator's where it approves those.
 * @throws needs-unmet, naming what blocks
 */
export const decideWhole = async (tx: Queryable, move: MoveName, submission: SubmissionRecord, facts: MoveFacts) => {
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
