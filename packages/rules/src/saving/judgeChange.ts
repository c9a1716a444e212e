import { parsePointer, parseRowPointer, rowPointerOf } from '../pointers/pointer.ts'
import type { Cell } from '../types/Answers.ts'
import type { Place } from '../types/Change.ts'
import { isAsTyped, sameCell } from './cell.ts'
import type { SentChange } from './change.ts'
import { goneIn, lineAbove, lineOf, type StoredTree } from './hanging.ts'
import { judgeAdd } from './judgeAdd.ts'
import { judgeCell } from './judgeCell.ts'
import {
  type Accepted,
  already,
  applied,
  badShape,
  conflict,
  gone,
  type JudgeContext,
  type Judgement,
  nobody,
} from './judgement.ts'
import { judgeRemove } from './judgeRemove.ts'
import { isItemTable } from './kindShape.ts'
import { cellsOfPlace, isPlace, samePlace } from './place.ts'
import { rowLocked } from './rowLocked.ts'
import { cellOf, isAdded, placeOf, type RowRef, type View } from './stored.ts'

/** Moves a row in its list or to another parent, with all its descendants. */
function judgeMove(tree: StoredTree, change: SentChange, context: JudgeContext, ref: RowRef, place: Place): Judgement {
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

/** Whether the change equals the one accepted under its id: the same op, address and value. */
function isReplay({ op, pointer, value = null }: SentChange, accepted: Accepted): boolean {
  const { table, row, field } = parsePointer(pointer) ?? { ...parseRowPointer(pointer), field: null }
  if (!accepted.here || op !== accepted.op || table !== accepted.table || row !== accepted.row) return false
  if (field !== accepted.field) return false
  const { to } = accepted
  if (op === 'clear' || op === 'remove') return true
  if (field === null) return isPlace(value) && samePlace(value, to as Place | null)
  const isCell = typeof value === 'string' || typeof value === 'boolean' || isAsTyped(value)
  return isCell && sameCell(value, to as Cell | null)
}

/**
 * Judges one change. Pure: the same in the database's transaction and on the device. Checked in this order:
 * was it accepted before; does the form have such a place and is the value of its type; may it be written now; does its row
 * still exist; does it change anything; did its sender know the current value.
 */
export function judgeChange(view: View, change: SentChange, context: JudgeContext): Judgement {
  const { kind, knownRows } = context
  const tree: StoredTree = { view, kind, knownRows }
  const accepted = context.accepted?.get(change.changeId)
  if (accepted)
    return isReplay(change, accepted)
      ? already(change, accepted.seq)
      : badShape(change, 'change-id-reused', 'changeId ini sudah dipakai untuk perubahan lain.')
  if (context.before?.has(change.pointer))
    return badShape(change, 'twice-in-batch', 'Satu kiriman hanya boleh mengubah satu alamat sekali.')
  if (change.op === 'set' || change.op === 'clear') return judgeCell(tree, change, context)

  const ref = parseRowPointer(change.pointer)
  const isThere = ref && isItemTable(kind, ref.table) && (change.op === 'add' || isAdded(view.row(ref.table, ref.row)))
  if (!isThere) return badShape(change, 'unknown-pointer', 'Tidak ada baris yang dapat diubah di alamat tersebut.')
  if (change.op === 'remove') return judgeRemove(tree, change, context, ref)
  if (!isPlace(change.value)) return badShape(change, 'wrong-type', 'Tempat baris ditulis { parent, position }.')
  const { parent, position } = change.value
  const judge = change.op === 'add' ? judgeAdd : judgeMove
  return judge(tree, change, context, ref, { parent, position })
}
