import type { Block, Field, FieldId, Row, RowId, TableId } from '@sepakat/rules'
import { allowedOf } from '@sepakat/rules/fields/allowedOf.ts'
import { readCell } from '@sepakat/rules/fields/readCell.ts'
import { type Scales, stepsOfRow } from '@sepakat/rules/names/stepsOfRow.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { placesAtEnd } from '#sheet/answers/placement.ts'

export interface Pasted {
  /** Cells that were written, rows that were added for them. */
  cells: number
  rows: number
  /** Pointers whose text could not be read, or has two readings. */
  unsure: string[]
  /** Pasted cells outside the grid, or in read-only places. */
  left: number
}

export interface Paste {
  store: FormStore
  /** The rows from above to below, as they are on the screen. */
  lines: readonly Row[]
  /** The list that gets more rows as needed. */
  list: Block | null
  columns: readonly { field: FieldId; spec: Field }[]
  scales: Scales
  from: { table: TableId; row: RowId; field: FieldId }
  cells: string[][]
}

/** Writes a pasted block starting at one cell, rows down and columns to the right, as one undo step; null where it is none of these. */
export function pasteInto({ store, lines, list, columns, scales, from, cells }: Paste): Pasted | null {
  const result: Pasted = { cells: 0, rows: 0, unsure: [], left: 0 }
  const start = lines.findIndex(row => row.id === from.row && row.table === from.table)
  const column = columns.findIndex(({ field }) => field === from.field)
  if (start < 0 || column < 0) return null
  store.history.group(() => {
    const rows = lines.slice(start, start + cells.length)
    const targets = list ? withAdded(store, list, rows, cells.length, result) : rows
    cells.forEach((line, down) => {
      const row = targets[down]
      const places = line.map((text, right) => ({ text, into: columns[column + right] }))
      for (const { text, into } of places.toSorted(readFirst)) {
        if (!row || !into || !(into.field in row.fields)) result.left += text.trim() === '' ? 0 : 1
        else write(row, into, text)
      }
    })
  })
  return result

  function write(row: Row, { field, spec }: { field: FieldId; spec: Field }, text: string): void {
    const at = cellAt(row, field)
    if (text.trim() === '') return
    if (!store.isWritable(at, spec.writer)) {
      result.left += 1
      return
    }
    const { cell } = readCell(spec, text, 'pasted', allowedIn(row, spec))
    store.set(at, cell)
    result.cells += 1
    if (typeof cell === 'object' && cell !== null) result.unsure.push(at)
  }
  function allowedIn(row: Row, spec: Field) {
    const cell = (field: FieldId) => store.cell(cellAt(row, field))
    const unit = unitOf(spec, row.unit, 'unit' in row.fields ? cell('unit') : undefined)
    return { unit, ...allowedOf(spec, { steps: () => stepsOfRow(row, cell('scale'), scales) }) }
  }
}

/** What the numbers of a row are read by, before them: their column may be further to the right. */
const readBy = (field?: FieldId): number => Number(field === 'unit' || field === 'scale')
const readFirst = (one: { into?: { field: FieldId } | undefined }, other: typeof one): number =>
  readBy(other.into?.field) - readBy(one.into?.field)

/** The rows for so many lines; a list that users fill gets more of them as needed. */
function withAdded(store: FormStore, block: Block, rows: Row[], count: number, result: Pasted): Row[] {
  const pattern = block.item
  const more = count - rows.length
  if (!pattern || more <= 0 || !store.access().open) return rows
  const ids = block.rows.map(row => row.id)
  const added = placesAtEnd(store.cells, block.table, ids, block.under, more).map(place => ({
    ...pattern,
    id: store.addRow(block.table, place),
  }))
  result.rows = added.length
  return [...rows, ...added]
}

/** `24 isian ditempel, 2 perlu dipastikan, 3 nilai tidak ditempel: …` */
export function pastedWords({ cells, rows, unsure, left }: Pasted): string {
  const parts = [
    `${cells} isian ditempel`,
    rows > 0 && `${rows} baris ditambahkan`,
    unsure.length > 0 && `${unsure.length} perlu dipastikan`,
    left > 0 && `${left} nilai tidak ditempel: tidak ada isian yang dapat diisi di tempatnya`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
