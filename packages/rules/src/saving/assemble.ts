import type { Answers, Cell } from '../types/Answers.ts'
import type { StoredRow } from '../types/Change.ts'
import type { FieldId } from '../types/Pointer.ts'
import { goneIn, lineOf, type StoredTree } from './hanging.ts'
import type { KindShape } from './kindShape.ts'
import { memoryView, type RowRecord } from './stored.ts'

function cellsOf(fields: StoredRow): Record<FieldId, Cell> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, { v }]) => (v === null ? [] : [[field, v] as const])),
  )
}

/**
 * The JSON of all answers: without removed rows and their descendants, and without emptied cells.
 * Only item rows carry `$parent` and `$position`. Rows the form no longer has keep their place here.
 */
export const assemble = (records: RowRecord[], kind: KindShape): Answers => standing(records, kind, true)

/**
 * What is removed: removed rows, marked by `$removed`, and their descendants, with their stored cells. Restoring a
 * row restores these with it.
 */
export const assembleRemoved = (records: RowRecord[], kind: KindShape): Answers => standing(records, kind, false)

function standing(records: RowRecord[], kind: KindShape, stands: boolean): Answers {
  const tree: StoredTree = { view: memoryView(records), kind }
  const tables = new Map<string, Map<string, Record<FieldId, Cell>>>()
  for (const { table, row, fields } of records) {
    const cells = cellsOf(fields)
    if (Object.keys(cells).length === 0 || (goneIn(tree, lineOf(tree, { table, row })) === null) !== stands) continue
    tables.set(table, (tables.get(table) ?? new Map()).set(row, cells))
  }
  // Object.fromEntries makes own properties of any name, so a stored id can never reach a prototype.
  return Object.fromEntries([...tables].map(([table, rows]) => [table, Object.fromEntries(rows)]))
}
