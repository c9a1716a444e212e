import type { Submission } from '#sync/apiTypes.ts'

/** Whether this user has claimed the report: he or she ticks, notes, evaluates, returns and approves. */
export function isReviewing(submission: Submission): boolean {
  const move = submission.moves.find(one => one.move === 'return')
  return move !== undefined && !move.needs.some(need => need.code === 'own-claim' || need.code === 'clean-hands')
}
