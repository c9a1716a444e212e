import { pointerOf, rowPointerOf } from '../pointers/pointer.ts'
import type { StoredCell } from '../types/Change.ts'
import type { FieldId } from '../types/Pointer.ts'
import type { SentChange } from './change.ts'
import { branchOf, goneIn, lineOf, type StoredTree } from './hanging.ts'
import { already, applied, conflict, gone, type JudgeContext, type Judgement } from './judgement.ts'
import { rowLocked } from './rowLocked.ts'
import { placeOf, type RowRef, removalOf } from './stored.ts'

interface Newest extends RowRef {
  field: FieldId
  cell: StoredCell
}

/** The cell that was changed last in the row and its descendants; null for a row without cells. */
function newestIn(tree: StoredTree, ref: RowRef, unlessFrom = Number.POSITIVE_INFINITY): Newest | null {
  let newest: Newest | null = null
  for (const at of branchOf(tree, ref))
    for (const [field, cell] of Object.entries(tree.view.row(at.table, at.row) ?? {}))
      if (cell.rev < unlessFrom && cell.rev > (newest?.cell.rev ?? 0)) newest = { ...at, field, cell }
  return newest
}

/** The `base` of a removal: the highest `rev` in the row and below it, without what was removed before. */
export const newestRev = (tree: StoredTree, ref: RowRef): number => newestIn(tree, ref)?.cell.rev ?? 0

/** Removes a row with its descendants; all cells are kept. */
export function judgeRemove(tree: StoredTree, change: SentChange, context: JudgeContext, ref: RowRef): Judgement {
  const line = lineOf(tree, ref)
  // Descendants go with it: where any of them is assigned to others, the row stays.
  const lines = branchOf(tree, ref).map(at => lineOf(tree, at))
  const closed = rowLocked(change, context, ref, lines)
  if (closed) return closed
  const stored = tree.view.row(ref.table, ref.row)
  const removal = removalOf(stored)
  if (removal) return already(change, removal.rev)
  const missing = goneIn(tree, line)
  if (missing) return gone(change, null, missing)

  const newest = context.ifMatch ? null : newestIn(tree, ref, context.seenFrom)
  if (newest && newest.cell.rev > (change.base ?? 0)) {
    const { table, row, field, cell } = newest
    const ofRow = field.startsWith('$')
    const pointer = ofRow ? rowPointerOf(table, row) : pointerOf(table, row, field)
    return conflict(change, null, pointer, ofRow ? placeOf(tree.view.row(table, row)) : cell.v, cell)
  }
  return applied(change, context, { ...ref, field: null }, { from: placeOf(stored), to: null }, { $removed: true })
}
