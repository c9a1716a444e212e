import type { Cell } from '@sepakat/rules'
import { sameCell } from '@sepakat/rules/saving/cell.ts'
import { samePlace } from '@sepakat/rules/saving/place.ts'
import { type Cells, rowKey } from './cells.ts'
import type { EditHistory, RowState, Step } from './editHistory.ts'
import type { RowEdits } from './rowEdits.ts'

/** Takes the user's own edits back, and makes them again. */
export interface Undoing {
  /** The pointers that changed; empty where others have changed them since; null when there is nothing to undo. */
  undo(): string[] | null
  redo(): string[] | null
}

/** A step is skipped where another user has changed its place since. */
export function undoingOf(
  cells: Cells,
  rows: RowEdits,
  history: EditHistory,
  write: (pointer: string, value: Cell | null) => void,
): Undoing {
  /** Returns its pointer, or null. */
  function apply(step: Step): string | null {
    if (step.kind === 'cell') {
      if (!sameCell(cells.get(step.pointer) ?? null, step.from)) return null
      write(step.pointer, step.to)
      return step.pointer
    }
    if (step.kind === 'move') {
      if (!samePlace(cells.place(step.ref), step.from)) return null
      rows.move(step.ref, step.to)
    } else if (!sameRow(rows.stateOf(step.ref), step.from)) return null
    else if (step.to) rows.restore(step.ref, step.to)
    else rows.remove(step.ref)
    return rowKey(step.ref)
  }
  const applyAll = (steps: Step[] | undefined): string[] | null =>
    steps ? steps.flatMap(step => apply(step) ?? []) : null
  return {
    undo: () => applyAll(history.takeUndo()),
    redo: () => applyAll(history.takeRedo()),
  }
}

const cellsOf = ({ branch }: RowState): Map<string, Cell> =>
  new Map(branch.flatMap(({ ref, cells }) => cells.map(([field, value]) => [`${rowKey(ref)}/${field}`, value])))

/** Whether a row is as it was, with its children. Null: it does not exist. */
function sameRow(a: RowState | null, b: RowState | null): boolean {
  if (a === null || b === null) return a === b
  const places = new Map(b.branch.map(({ ref, place }) => [rowKey(ref), place]))
  const cells = cellsOf(b)
  const own = [...cellsOf(a)]
  return (
    a.branch.length === b.branch.length &&
    a.branch.every(({ ref, place }) => places.has(rowKey(ref)) && samePlace(place, places.get(rowKey(ref)) ?? null)) &&
    own.length === cells.size &&
    own.every(([at, value]) => sameCell(value, cells.get(at) ?? null))
  )
}
