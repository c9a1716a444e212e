import type { Cell, FieldId, Place, RowId, StoredRow, TableId } from '@sepakat/rules'
import { cellsOfPlace, rowPointerOf } from '@sepakat/rules'

/** An accepted change of an answer, as far as it says the value after it. */
export interface ReplayedChange {
  seq: number
  table: TableId
  row: RowId
  /** Empty: the row itself. */
  field: FieldId
  op: string
  to: Cell | Place | null
  by: string
  /** To the microsecond. */
  at: string
}

/** What a change writes into its row. */
const cellsOf = ({ field, op, to }: ReplayedChange, row: StoredRow | undefined): Record<FieldId, Cell | null> => {
  if (field !== '') return { [field]: to as Cell | null }
  if (op === 'remove') return { $removed: true }
  const back = op === 'add' && row?.$removed?.v === true
  return { ...cellsOfPlace(to as Place), ...(back && { $removed: null }) }
}

/** The rows, by name, that the changes of one report leave, in their order. Pure. */
export const replayAnswers = (changes: readonly ReplayedChange[]): Map<string, StoredRow> => {
  const rows = new Map<string, StoredRow>()
  for (const change of changes) {
    const name = rowPointerOf(change.table, change.row)
    const before = rows.get(name)
    const written = { rev: change.seq, by: change.by, at: `${change.at.slice(0, -4)}Z` }
    const cells = Object.entries(cellsOf(change, before)).map(([field, v]) => [field, { v, ...written }])
    rows.set(name, { ...before, ...Object.fromEntries(cells) })
  }
  return rows
}
