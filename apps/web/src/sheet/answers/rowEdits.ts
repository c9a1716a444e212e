import type { Cell, Place } from '@sepakat/rules'
import { sameCell } from '@sepakat/rules/saving/cell.ts'
import { samePlace } from '@sepakat/rules/saving/place.ts'
import type { Outbox } from '#sync/outbox/outbox.ts'
import type { Cells } from './cells.ts'
import { rowKey } from './cells.ts'
import type { RowRef, RowState } from './editHistory.ts'

export interface RowEdits {
  add(ref: RowRef, place: Place): void
  move(ref: RowRef, place: Place): void
  remove(ref: RowRef): void
  /** Restores a removed row with its children. */
  restore(ref: RowRef, state: RowState): void
  stateOf(ref: RowRef): RowState | null
}

/**
 * Adding, moving and removing rows, taking unsent changes into account. `setCell` writes cells; up to change `known()` the user
 * has seen everything.
 */
export function rowEditsOf(
  cells: Cells,
  outbox: Outbox,
  show: (pointer: string) => void,
  setCell: (pointer: string, value: Cell | null) => void,
  known: () => number,
): RowEdits {
  const isUnsent = (ref: RowRef): boolean => {
    const entry = outbox.at(rowKey(ref))
    return entry?.waiting?.op === 'add' && !entry.sent && cells.savedPlace(ref) === null
  }
  function put(ref: RowRef, op: 'add' | 'move' | 'remove', value: Place | null): void {
    const pointer = rowKey(ref)
    outbox.put({ pointer, op, value, base: op === 'remove' ? known() : cells.baseOf(pointer, op) })
    show(pointer)
  }
  /** A row that was never sent leaves no trace. */
  function forget(ref: RowRef): void {
    for (const one of cells.branch(ref)) {
      for (const [field] of cells.fields(one)) takeBack(`${rowKey(one)}/${field}`)
      takeBack(rowKey(one))
    }
  }
  function takeBack(pointer: string): void {
    outbox.drop(pointer)
    show(pointer)
  }

  function add(ref: RowRef, place: Place): void {
    const { waiting, sent } = outbox.at(rowKey(ref)) ?? {}
    // an unsent removal is dropped, and one being sent leaves the row on the server: there is nothing to add
    if (waiting?.op === 'remove' && sent?.op !== 'remove') {
      takeBack(rowKey(ref))
      const now = cells.place(ref)
      // moved by the user before it was removed; where another user has moved it since, it stays there
      const own = sent !== undefined || cells.baseOf(rowKey(ref), 'move') <= waiting.base
      if (now && !samePlace(now, place) && own) put(ref, 'move', place)
    } else put(ref, 'add', place)
  }

  return {
    add,
    move: (ref, place) => put(ref, isUnsent(ref) ? 'add' : 'move', place),
    remove(ref) {
      if (isUnsent(ref)) return forget(ref)
      for (const one of cells.branch(ref)) {
        outbox.settle(rowKey(one))
        for (const [field] of cells.fields(one)) outbox.settle(`${rowKey(one)}/${field}`)
      }
      put(ref, 'remove', null)
    },
    restore(ref, { place, branch }) {
      if (cells.place(ref) === null) add(ref, place)
      // the own removal is dropped; another user's stays
      if (cells.place(ref) === null) return
      for (const { ref: one, place: its, cells: own } of branch) {
        if (its && cells.place(one) === null) add(one, its)
        for (const [field, value] of own) {
          const pointer = `${rowKey(one)}/${field}`
          if (!sameCell(cells.get(pointer) ?? null, value)) setCell(pointer, value)
        }
      }
    },
    stateOf(ref) {
      const place = cells.place(ref)
      if (!place) return null
      return {
        place,
        branch: cells.branch(ref).map(one => ({ ref: one, place: cells.place(one), cells: cells.fields(one) })),
      }
    },
  }
}
