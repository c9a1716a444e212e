import { type Asker, cleanHandsMessage, type LockedForReview, lockForReview, type Queryable } from '@sepakat/db'
import { needLabels, statusLabels } from '@sepakat/rules'
import { type ProblemError, problem } from '../../http/problem.ts'

type Refused = Exclude<LockedForReview, { outcome: 'reviewing' }>

/** The submission, locked, that whoever asks is reviewing. @throws the problem that says what is lacking */
export const lockedReview = async (tx: Queryable, ask: { id: string; asker: Asker; now: Date }) => {
  const locked = await lockForReview(tx, ask)
  if (locked.outcome !== 'reviewing') throw refusedReview(locked)
  return locked.submission
}

const refusedReview = (refused: Refused): ProblemError => {
  switch (refused.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(refused.outcome)
    case 'wrong-status':
      return problem('wrong-status', {
        detail: `Catatan dan centang hanya dapat diberikan selama pemeriksaan. Laporan ini sedang berstatus "${statusLabels[refused.status]}".`,
      })
    case 'clean-hands':
      return lacking('clean-hands', cleanHandsMessage)
    case 'unclaimed':
      return lacking('own-claim', needLabels['own-claim'])
  }
}

const lacking = (code: string, message: string) =>
  problem('needs-unmet', { detail: message, needs: [{ code, message }] })
