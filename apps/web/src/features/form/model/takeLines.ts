import type { LineRow, RowId, TableId } from '@sepakat/rules'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { placeAtEnd } from '#sheet/answers/placement.ts'

/** Adds the rows that lines propose, and the missing cells of existing rows, as one step. */
export function takeLines(store: FormStore, rows: readonly LineRow[]): void {
  const there = store.form.rows(store.cells.answers())
  const siblings = new Map<string, RowId[]>()
  const ids = new Map<string, RowId>()
  function added(table: TableId, parent: RowId | null): RowId {
    const group = `${table} ${parent}`
    const own = siblings.get(group) ?? (there[table] ?? []).flatMap(row => (row.parent === parent ? [row.id] : []))
    const id = store.addRow(table, placeAtEnd(store.cells, table, own, parent))
    siblings.set(group, [...own, id])
    return id
  }
  store.importing(() => {
    for (const { table, key, above, id, cells } of rows) {
      const own = id ?? added(table, above === null ? null : (ids.get(above) ?? null))
      ids.set(key, own)
      for (const [field, cell] of Object.entries(cells)) store.set(`/${table}/${own}/${field}`, cell)
    }
  })
}

export interface LinesCount {
  added: number
  /** Cells filled in rows that were there already, and cells that say something else and stay. */
  filled: number
  differs: number
}

export function countLines(rows: readonly LineRow[]): LinesCount {
  const there = rows.filter(row => row.id !== null)
  return {
    added: rows.length - there.length,
    filled: there.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0),
    differs: there.reduce((sum, { differs }) => sum + differs.length, 0),
  }
}
