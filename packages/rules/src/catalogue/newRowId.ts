import type { RowId } from '../types/Pointer.ts'
import { slugOf } from './slugOf.ts'

const mostLevels = 3

/**
 * The permanent id of a new row, made from its label; below `parent` while that has fewer than three levels, else beside it.
 * `taken`: every id the form ever had, in any version: an id is never reused, so a repeated name gets a number.
 */
export function newRowId(label: string, parent: RowId | undefined, taken: ReadonlySet<RowId>): RowId {
  const above = parent?.split('.').slice(0, mostLevels - 1) ?? []
  const id = [...above, slugOf(label) || 'baris'].join('.')
  if (!taken.has(id)) return id
  let n = 2
  while (taken.has(`${id}-${n}`)) n += 1
  return `${id}-${n}`
}
