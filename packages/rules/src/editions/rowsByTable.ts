import type { FrozenBlock, FrozenRow, FrozenSection } from '../form/frozenSections.ts'
import type { RowId } from '../types/Pointer.ts'

/** A frozen row with the rows it is under, the nearest first. */
export interface PlacedRow {
  row: FrozenRow
  above: readonly FrozenRow[]
}

const known = new WeakMap<readonly FrozenSection[], Map<string, PlacedRow[]>>()

/** Every row of a frozen form by its table, in the order of the form. */
export function rowsByTable(sections: readonly FrozenSection[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const kept = known.get(sections)
  if (kept) return kept
  const found = new Map<string, PlacedRow[]>()
  const walk = (blocks: readonly FrozenBlock[], above: readonly FrozenRow[]): void => {
    for (const { rows } of blocks)
      for (const row of rows) {
        const own = found.get(row.table) ?? []
        found.set(row.table, own)
        own.push({ row, above })
        walk(row.blocks, [row, ...above])
      }
  }
  for (const { blocks } of sections) walk(blocks, [])
  known.set(sections, found)
  return found
}

/** What its rows are called, by id; a row of several tables as in the first of them. */
export function rowNames(sections: readonly FrozenSection[]): Map<RowId, { label: string; code: string }> {
  const names = new Map<RowId, { label: string; code: string }>()
  for (const rows of rowsByTable(sections).values())
    for (const { row } of rows) if (!names.has(row.id)) names.set(row.id, { label: row.label, code: row.code ?? '' })
  return names
}
