import { pointerOf } from '../pointers/pointer.ts'
import type { StoredRow } from '../types/Change.ts'
import type { Anchor } from '../types/Pointer.ts'
import { type KnownRows, lineOf } from './hanging.ts'
import type { KindShape } from './kindShape.ts'
import { opens } from './lock.ts'
import { memoryView, type RowRecord } from './stored.ts'

const isOfPlace = (field: string) => field === '$parent' || field === '$position' || field === '$removed'

/**
 * What a contributor with these anchors sees: the cells they open, and of the ancestor rows only their
 * place, without which the list would be incomplete.
 */
export function withinAnchors(
  records: RowRecord[],
  anchors: Anchor[],
  kind: KindShape,
  knownRows?: KnownRows,
): RowRecord[] {
  const tree = { view: memoryView(records), kind, knownRows }
  const cellsOf = (record: RowRecord, keep: (field: string) => boolean): RowRecord => ({
    ...record,
    fields: Object.fromEntries(Object.entries(record.fields).filter(([field]) => keep(field))) as StoredRow,
  })
  const seen = new Set<string>()
  const open = records.map(record => {
    const { table, row } = record
    const line = lineOf(tree, record)
    const kept = cellsOf(
      record,
      field => !isOfPlace(field) && opens(anchors, { address: pointerOf(table, row, field), line }),
    )
    const whole = opens(anchors, { address: `/${table}/${row}`, line })
    if (whole || Object.keys(kept.fields).length > 0) for (const at of line) seen.add(`${at.table}/${at.row}`)
    return kept
  })
  return records.flatMap((record, i) => {
    const isSeen = seen.has(`${record.table}/${record.row}`)
    const places = cellsOf(record, isOfPlace)
    const kept = open[i]?.fields
    return isSeen ? [{ ...record, fields: { ...places.fields, ...kept } }] : []
  })
}
