import type { Decimal, Field, FieldId, Row } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { bothReadings, type Separator } from '@sepakat/rules/numbers/readNumber.ts'
import { type Counted, countedIn } from '@sepakat/rules/numbers/wholeUnits.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'

interface Column {
  field: FieldId
  spec: Field
}

/** A cell whose text has two readings. */
export interface UnsureNumber {
  at: string
  text: string
  readings: Record<Separator, Decimal>
}

type Cells = Pick<FormStore, 'cell'>

/** The unit of a number field, in this row as it is filled in now. */
export const countedAt = (store: Cells, row: Row, spec: Field): Counted =>
  countedIn(spec, unitOf(spec, row.unit, 'unit' in row.fields ? store.cell(cellAt(row, 'unit')) : undefined))

/** The question about one cell; null where its text has one reading, or none. */
export function unsureAt(store: Cells, row: Row, { field, spec }: Column): UnsureNumber | null {
  const at = cellAt(row, field)
  const cell = store.cell(at)
  if (!isNumeric(spec) || typeof cell !== 'object') return null
  const readings = bothReadings(cell.asTyped, countedAt(store, row, spec))
  return readings && { at, text: cell.asTyped, readings }
}

/** All ambiguous numbers of these rows. */
export const unsureIn = (store: Cells, rows: readonly Row[], columns: readonly Column[]): UnsureNumber[] =>
  rows.flatMap(row => columns.flatMap(column => unsureAt(store, row, column) ?? []))

/** Gives them all the same reading, as one undo step. */
export function settleAll(store: FormStore, unsure: readonly UnsureNumber[], separator: Separator): void {
  store.history.group(() => {
    for (const { at, readings } of unsure) store.set(at, readings[separator])
  })
  for (const { at } of unsure) store.settle(at)
}
