import { actorNames, changedCells, type Queryable, type RevisionLine } from '@sepakat/db'
import { correctedCellView } from './view.ts'

/** All that a revision changed in the one it corrects, in the order it was first touched; nothing where it corrects none. */
export const correctedCells = async (
  tx: Queryable,
  submission: string,
  { lastChange, corrects }: Pick<RevisionLine, 'lastChange' | 'corrects'>,
) => {
  if (!corrects) return []
  const changed = await changedCells(tx, submission, { after: corrects.of, lastChange })
  const nameOf = await actorNames(
    tx,
    changed.map(({ actor }) => actor),
  )
  return changed.map(cell => correctedCellView(cell, nameOf))
}
