import { decideMove, type MoveFacts } from './decideMove.ts'
import { type MoveName, moveNames } from './moves.ts'
import { cleanHandsMessage, needLabels } from './needs.ts'

/** A move that may be tried, with what it still lacks. */
export interface PossibleMove {
  move: MoveName
  needs: { code: string; message: string }[]
}

/** Taken as given: it is asked when the move is tried. */
const asked = { reason: '-', answerBy: '-', openAnchors: null } satisfies Partial<MoveFacts>

/**
 * The moves that may be tried now. A reason, date or choice of parts is asked when one is tried, and whether answers block
 * submitting, or an evaluation is complete, takes an evaluation: none of these is named here.
 */
export const possibleMoves = (facts: MoveFacts): PossibleMove[] =>
  moveNames.flatMap((move): PossibleMove[] => {
    const decision = decideMove(move, { ...facts, ...asked })
    if (!('refused' in decision)) return [{ move, needs: [] }]
    if (decision.refused === 'clean-hands')
      return [{ move, needs: [{ code: 'clean-hands', message: cleanHandsMessage }] }]
    if (decision.refused !== 'needs-unmet') return []
    return [{ move, needs: decision.needs.map(code => ({ code, message: needLabels[code] })) }]
  })
