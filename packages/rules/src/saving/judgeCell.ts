import { isCoreField } from '../pointers/ids.ts'
import { parsePointer, pointerOf, rowPointerOf } from '../pointers/pointer.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'
import type { FieldId } from '../types/Pointer.ts'
import { isCellOf, sameCell } from './cell.ts'
import type { SentChange } from './change.ts'
import { findParent, goneIn, lineOf, type StoredTree } from './hanging.ts'
import { already, applied, badShape, conflict, gone, type JudgeContext, type Judgement, nobody } from './judgement.ts'
import { fieldOf, isItemTable, parentTables, type RowSort, tableOf } from './kindShape.ts'
import { lockedBy } from './lock.ts'
import { cellOf, isAdded, type RowRef } from './stored.ts'

/** The kind of this row in the form; null when the form has no such row. */
export function sortOf(tree: StoredTree, { table, row }: RowRef): RowSort | null {
  const { view, kind, knownRows } = tree
  if (isItemTable(kind, table)) {
    if (isAdded(view.row(table, row))) return 'item'
    const root = parentTables(kind, table).length === 0
    return (root ? row === 'all' : findParent(tree, table, row) !== null) ? 'head' : null
  }
  const from = tableOf(kind, table)?.rows.from
  if (from === 'each') return findParent(tree, table, row) ? 'fixed' : null
  return from && (!knownRows || knownRows.has(rowPointerOf(table, row))) ? 'fixed' : null
}

function place(tree: StoredTree, pointer: string): (RowRef & { field: FieldId; is: Field }) | null {
  const at = parsePointer(pointer)
  const sort = at && sortOf(tree, at)
  const is = at && sort && fieldOf(tree.kind, at.table, at.field, sort)
  if (!at || !is) return null
  const known = sort === 'fixed' ? tree.knownRows?.get(rowPointerOf(at.table, at.row)) : undefined
  return !known || isCoreField(at.field) || known.fields.has(at.field) ? { ...at, is } : null
}

/** Judges `set` and `clear`. */
export function judgeCell(tree: StoredTree, change: SentChange, context: JudgeContext): Judgement {
  const at = place(tree, change.pointer)
  if (!at) return badShape(change, 'unknown-pointer', 'Formulir ini tidak memiliki isian di alamat tersebut.')
  const { table, row, field, is } = at
  const value = change.op === 'set' ? change.value : null
  if (change.op === 'set' && !isCellOf(is, value))
    return badShape(change, 'wrong-type', 'Nilai ini tidak sesuai dengan jenis isiannya.')
  const yours = value as Cell | null

  const address = pointerOf(table, row, field)
  const line = lineOf(tree, { table, row })
  const locked = lockedBy(context.lock, is.writer ?? 'office', [{ address, line }])
  if (locked) return { result: { changeId: change.changeId, result: 'locked', ...locked } }

  const removed = goneIn(tree, line)
  if (removed) return gone(change, yours, removed)
  const stored = cellOf(tree.view.row(table, row), field)
  const theirs = stored?.v ?? null
  const rev = stored?.rev ?? 0
  if (sameCell(theirs, yours)) return already(change, rev)
  const unseen = (change.base ?? 0) !== rev || (change.seen !== undefined && !sameCell(theirs, change.seen as Cell))
  if (!context.ifMatch && unseen) return conflict(change, yours, address, theirs, stored ?? nobody(context))
  return applied(change, context, { table, row, field }, { from: theirs, to: yours }, { [field]: yours })
}
