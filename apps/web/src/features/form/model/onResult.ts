import type { Cell, Place } from '@sepakat/rules'
import { lineOf } from '@sepakat/rules/saving/hanging.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Pending, Stuck } from '../outbox/pending.ts'
import { type Cells, segmentsOf } from './cells.ts'

/** The server has it. A row that is about to be removed was seen with this change in it. */
export function onAccepted(cells: Cells, outbox: Outbox, pending: Pending, rev: number): void {
  cells.accept(pending.pointer, pending, rev)
  for (const { table, row } of lineOf(cells.tree, segmentsOf(pending.pointer))) {
    const pointer = `/${table}/${row}`
    if (outbox.at(pointer)?.waiting?.op === 'remove') outbox.raise(pointer, rev)
  }
}

/** Puts down what a conflict says of the server; gives the pointer it is about. */
export function onRefused(cells: Cells, { refusal }: Stuck): string | null {
  if (refusal.result !== 'conflict') return null
  const { pointer, value, rev } = refusal.theirs
  const isRow = segmentsOf(pointer).field === undefined
  if (value === 'removed') cells.accept(pointer, { op: 'remove', value: null }, rev)
  else if (isRow) {
    if (value === null) return null
    cells.accept(pointer, { op: 'move', value: value as Place }, rev)
  } else cells.accept(pointer, { op: value === null ? 'clear' : 'set', value: value as Cell | null }, rev)
  return pointer
}
