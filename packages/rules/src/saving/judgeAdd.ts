import { isUuid } from '../pointers/ids.ts'
import { rowPointerOf } from '../pointers/pointer.ts'
import type { Place } from '../types/Change.ts'
import type { SentChange } from './change.ts'
import { goneIn, lineAbove, lineOf, type StoredTree } from './hanging.ts'
import { already, applied, badShape, conflict, gone, type JudgeContext, type Judgement, nobody } from './judgement.ts'
import { isItemTable } from './kindShape.ts'
import { cellsOfPlace, samePlace } from './place.ts'
import { rowLocked } from './rowLocked.ts'
import { cellOf, isAdded, placeOf, type RowRef, removalOf, revOf } from './stored.ts'

const full = 'Laporan ini sudah berisi 3.000 baris, termasuk yang dihapus. Pakai lagi baris yang ada.'

/** Ids of rows are unique in a submission, so that parents are never ambiguous. */
const usedElsewhere = ({ view, kind, knownRows }: StoredTree, { table, row }: RowRef) =>
  Object.keys(kind.tables).some(
    other =>
      other !== table &&
      (isItemTable(kind, other) ? isAdded(view.row(other, row)) : knownRows?.has(rowPointerOf(other, row))),
  )

/** Adds a row, or restores a removed one whole: its cells were kept and count again. */
export function judgeAdd(
  tree: StoredTree,
  change: SentChange,
  context: JudgeContext,
  ref: RowRef,
  place: Place,
): Judgement {
  if (!isUuid(ref.row) || usedElsewhere(tree, ref))
    return badShape(change, 'unknown-pointer', 'Id baris baru harus berupa UUID yang belum dipakai.')
  const above = lineAbove(tree, ref, place)
  if (!above) return badShape(change, 'no-parent', 'Baris induknya tidak ada di formulir ini.')

  const stored = tree.view.row(ref.table, ref.row)
  if (!stored && context.room !== undefined && context.room <= 0) return badShape(change, 'too-many-rows', full)
  const line = isAdded(stored) ? lineOf(tree, ref) : []
  const closed = rowLocked(change, context, ref, [[ref, ...above], ...(line.length > 0 ? [line] : [])])
  if (closed) return closed

  const removal = removalOf(stored)
  const missing = goneIn(tree, removal ? above : [...above, ...line])
  if (missing) return gone(change, place, missing)
  const unseen = !context.ifMatch && (change.base ?? 0) !== (removal?.rev ?? 0)
  if (removal && unseen) return gone(change, place, { ref, cell: removal })

  const theirs = removal ? null : placeOf(stored)
  if (theirs && samePlace(theirs, place)) return already(change, revOf(stored, '$position'))
  if (theirs || unseen) {
    const cell = cellOf(stored, '$position') ?? nobody(context)
    return conflict(change, place, rowPointerOf(ref.table, ref.row), theirs, cell)
  }
  const cells = { ...cellsOfPlace(place), ...(removal && { $removed: null }) }
  return applied(change, context, { ...ref, field: null }, { from: null, to: place }, cells)
}
