// The user's decisions about a change that did not go through.
import type { Cell, Place } from '@sepakat/rules'
import type { Outbox } from '#sync/outbox/outbox.ts'
import type { Pending } from '#sync/outbox/pending.ts'
import { type Cells, segmentsOf } from './cells.ts'
import type { RowEdits } from './rowEdits.ts'

export interface Resolve {
  /** Sends the own value again, now based on the server's; a removed row is restored for it. */
  mine(pointer: string): void
  /** Sends the own change again with its old base: where another user has changed the place since, that is a conflict. */
  again(pointer: string): void
  /** Discards the own value. */
  theirs(pointer: string): void
  /** Takes the stored value, and keeps the own value beside it on this device. */
  aside(pointer: string): void
}

export function resolveOf(
  cells: Cells,
  outbox: Outbox,
  rows: RowEdits,
  show: (pointer: string) => void,
  write: (pointer: string, value: Cell | null) => void,
): Resolve {
  function bringBack(pointer: string): void {
    const { table, row } = segmentsOf(pointer)
    const place = cells.formerPlace({ table, row })
    if (place) rows.add({ table, row }, place)
  }
  /** An `add` took back a removal. Where that was refused with it, the server still has the row, and what is left is a move. */
  const opNow = (pointer: string, op: Pending['op']): Pending['op'] =>
    op === 'add' && cells.savedPlace(segmentsOf(pointer)) !== null ? 'move' : op
  return {
    mine(pointer) {
      const stuck = outbox.at(pointer)?.stuck
      if (!stuck) return
      const { value, refusal } = stuck
      const op = opNow(pointer, stuck.op)
      const { table, row, field } = segmentsOf(pointer)
      outbox.drop(pointer)
      if (refusal.result === 'conflict' && refusal.theirs.value === 'removed') bringBack(refusal.theirs.pointer)
      if (field !== undefined) write(pointer, op === 'set' ? (value as Cell) : null)
      else if (op === 'remove') rows.remove({ table, row })
      else if (op === 'move') rows.move({ table, row }, value as Place)
      else rows.add({ table, row }, value as Place)
    },
    again(pointer) {
      const stuck = outbox.at(pointer)?.stuck
      if (!stuck) return
      const { value, seen } = stuck
      const op = opNow(pointer, stuck.op)
      const base = op === stuck.op || op === 'remove' ? stuck.base : cells.baseOf(pointer, op)
      outbox.drop(pointer)
      outbox.put({ pointer, op, value, base, ...(seen !== undefined && { seen }) })
      show(pointer)
    },
    theirs(pointer) {
      outbox.drop(pointer)
      show(pointer)
    },
    aside(pointer) {
      outbox.aside(pointer)
      show(pointer)
    },
  }
}
