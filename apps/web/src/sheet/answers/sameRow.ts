import type { Cell } from '@sepakat/rules'
import { sameCell } from '@sepakat/rules/saving/cell.ts'
import { samePlace } from '@sepakat/rules/saving/place.ts'
import { rowKey } from './cells.ts'
import type { RowState } from './editHistory.ts'

const cellsOf = ({ branch }: RowState): Map<string, Cell> =>
  new Map(branch.flatMap(({ ref, cells }) => cells.map(([field, value]) => [`${rowKey(ref)}/${field}`, value])))

/** Whether a row is as it was, with its children. Null: it does not exist. */
export function sameRow(a: RowState | null, b: RowState | null): boolean {
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
