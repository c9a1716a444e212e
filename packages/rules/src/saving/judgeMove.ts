import { rowPointerOf } from '../pointers/pointer.ts'
import type { Place } from '../types/Change.ts'
import type { SentChange } from './change.ts'
import { goneIn, lineAbove, lineOf, type StoredTree } from './hanging.ts'
import { already, applied, badShape, conflict, gone, type JudgeContext, type Judgement, nobody } from './judgement.ts'
import { cellsOfPlace, samePlace } from './place.ts'
import { rowLocked } from './rowLocked.ts'
import { cellOf, placeOf, type RowRef } from './stored.ts'

/** Moves a row in its list or to another parent, with all its descendants. */
export function judgeMove(
  tree: StoredTree,
  change: SentChange,
  context: JudgeContext,
  ref: RowRef,
  place: Place,
): Judgement {
  const above = lineAbove(tree, ref, place)
  if (!above) return badShape(change, 'no-parent', 'Baris induknya tidak ada di formulir ini.')
  const line = lineOf(tree, ref)
  const closed = rowLocked(change, context, ref, [line, [ref, ...above]])
  if (closed) return closed
  const missing = goneIn(tree, [...line, ...above])
  if (missing) return gone(change, place, missing)

  const stored = tree.view.row(ref.table, ref.row)
  const theirs = placeOf(stored)
  const cell = cellOf(stored, '$position') ?? nobody(context)
  if (samePlace(theirs, place)) return already(change, cell.rev)
  if (!context.ifMatch && (change.base ?? 0) !== cell.rev)
    return conflict(change, place, rowPointerOf(ref.table, ref.row), theirs, cell)
  return applied(change, context, { ...ref, field: null }, { from: theirs, to: place }, cellsOfPlace(place))
}
