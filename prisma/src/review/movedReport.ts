import type { FigureMove } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { frozenNames } from '../submissions/frozenNames.ts'
import type { FrozenEvaluation } from './evaluateFrozen.ts'

/** A figure that would come to something else, by the names it and its row have in the report. */
interface NamedMove extends FigureMove {
  label: string
  rowLabel: string
}
/** An approved report of which some figures would come to something else. */
export interface MovedReport extends Pick<FrozenEvaluation, 'submission' | 'office' | 'form' | 'period'> {
  moves: NamedMove[]
}

export const movedReport = async (
  tx: Queryable,
  report: FrozenEvaluation,
  moves: FigureMove[],
): Promise<MovedReport> => {
  const { submission, office, form, period } = report
  const { rows, figures } = await frozenNames(tx, report)
  const named = moves.map(move => ({
    ...move,
    label: figures[move.code] ?? move.code,
    rowLabel: move.row && (rows.get(move.row) ?? move.row),
  }))
  return { submission, office, form, period, moves: named }
}
