import type { Cell, Place } from '@sepakat/rules'
import { lineOf } from '@sepakat/rules/saving/hanging.ts'
import type { Outbox } from '#sync/outbox/outbox.ts'
import type { Pending, Stuck } from '#sync/outbox/pending.ts'
import { type Cells, rowKey, segmentsOf } from './cells.ts'

/** The server has accepted it. */
export function onAccepted(cells: Cells, outbox: Outbox, pending: Pending, rev: number): void {
  cells.accept(pending.pointer, pending, rev)
  passRemovals(cells, outbox, pending.pointer, rev, true)
}

/**
 * A change became known here while removals of rows are pending. If it is the user's own, the removals were made knowing it, and if
 * it is in another row it does not concern them; what another user changed in those rows stays unseen, and is a conflict.
 */
export function passRemovals(cells: Cells, outbox: Outbox, pointer: string, rev: number, isOwn: boolean): void {
  const line = lineOf(cells.tree, segmentsOf(pointer)).map(rowKey)
  for (const at of outbox.pointers())
    if (outbox.at(at)?.waiting?.op === 'remove' && (isOwn || !line.includes(at))) outbox.raise(at, rev)
}

/** Takes the server's value of a conflict; returns its pointer. */
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
