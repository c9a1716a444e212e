import { parsePointer, parseRowPointer } from '../pointers/pointer.ts'
import type { Cell } from '../types/Answers.ts'
import type { ActorId, Place, StoredRow } from '../types/Change.ts'
import type { SentChange } from './change.ts'
import type { ChangeRecord } from './judgement.ts'
import { cellsOfPlace } from './place.ts'
import type { Write } from './stored.ts'

/** Records and writes of changes that need no judgement: copies of accepted ones. `rev`: the number of the first. */
export const copyChanges = (
  changes: SentChange[],
  { rev, by, at }: { rev: number; by: ActorId; at: string },
): { records: ChangeRecord[]; writes: Write[] } => {
  const records: ChangeRecord[] = []
  const writes: Write[] = []
  for (const { changeId, op, pointer, value } of changes) {
    const { table, row, field = null } = parsePointer(pointer) ?? { ...parseRowPointer(pointer)!, field: null }
    const seq = rev + records.length
    const cells: Record<string, Cell> = field === null ? cellsOfPlace(value as Place) : { [field]: value as Cell }
    const fields: StoredRow = Object.fromEntries(Object.entries(cells).map(([id, v]) => [id, { v, rev: seq, by, at }]))
    records.push({ changeId, seq, table, row, field, op, from: null, to: value as Cell | Place })
    writes.push({ row: { table, row }, fields })
  }
  return { records, writes }
}
