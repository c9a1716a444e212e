import { type Asker, cleanHandsMessage, type LockedForReview, lockForReview, type Queryable } from '@sepakat/db'
import { needLabels, type Permission, statusLabels } from '@sepakat/rules'
import { type ProblemError, problem } from './problem.ts'

type RefusedReview = Exclude<LockedForReview, { outcome: 'reviewing' }>

/** The submission, locked, that whoever asks is reviewing. @throws the problem that says what is lacking */
export const lockedReview = async (
  tx: Queryable,
  ask: { id: string; asker: Asker; now: Date; permission?: Permission },
) => {
  const locked = await lockForReview(tx, ask)
  if (locked.outcome !== 'reviewing') throw refusedReview(locked)
  return locked.submission
}

/** Why somebody who is not reviewing it just now may not. */
const refusedReview = (refused: RefusedReview): ProblemError => {
  switch (refused.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(refused.outcome)
    case 'wrong-status':
      return problem('wrong-status', {
        detail: `Ini hanya dapat dilakukan selama pemeriksaan. Laporan ini sedang berstatus "${statusLabels[refused.status]}".`,
      })
    case 'clean-hands':
      return lacking('clean-hands', cleanHandsMessage)
    case 'unclaimed':
      return lacking('own-claim', needLabels['own-claim'])
  }
}

const lacking = (code: string, message: string) =>
  problem('needs-unmet', { detail: message, needs: [{ code, message }] })
