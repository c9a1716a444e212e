import { cleanHandsMessage, type MoveOutcome } from '@sepakat/db'
import { type MoveName, moveLabels, needLabels, statusLabels } from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '../../http/problem.ts'

type Refused = Exclude<MoveOutcome, { outcome: 'moved' }>
const mostErrors = 200

/** Why a move was not made, naming all that it lacks; what blocks a handing in is named answer by answer. */
export const refusedMove = (move: MoveName, refused: Refused): ProblemError => {
  switch (refused.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(refused.outcome)
    case 'stale':
      return problem('stale', { version: refused.version })
    case 'wrong-status':
      return problem('wrong-status', {
        detail: `"${moveLabels[move]}" tidak dapat dilakukan: laporan ini sedang berstatus "${statusLabels[refused.status]}". Muat ulang untuk melihat keadaannya.`,
      })
    case 'clean-hands':
      return problem('needs-unmet', {
        detail: cleanHandsMessage,
        needs: [{ code: 'clean-hands', message: cleanHandsMessage }],
      })
    case 'another-open': {
      const message = `Perubahan ke-${refused.number - 1} dari laporan ini sedang terbuka. Selesaikan dahulu perubahan itu.`
      return problem('needs-unmet', { detail: message, needs: [{ code: 'another-open', message }] })
    }
    case 'bad-anchor':
      return invalid(`/anchors/${refused.at}`, 'Bagian ini tidak ada pada formulir laporan.')
    case 'needs-unmet':
      return needsUnmet(refused)
  }
}

const needsUnmet = ({ needs, blocking }: Extract<Refused, { outcome: 'needs-unmet' }>): ProblemError =>
  problem('needs-unmet', {
    detail: needs.map(need => needLabels[need]).join(' '),
    needs: needs.map(code => ({ code, message: needLabels[code] })),
    ...(blocking.length > 0 && {
      errors: blocking.slice(0, mostErrors).map(({ at, code, message }) => ({ pointer: at, code, message })),
    }),
  })
