import { countedIn } from '../numbers/wholeUnits.ts'
import type { Field } from '../types/Kind.ts'
import type { Allowed, CellReading, ReadContext } from './FieldType.ts'
import { fieldTypeOf } from './fieldTypeOf.ts'

/** What the row allows beyond its field, and the unit of its numbers. */
export interface InRow extends Allowed {
  unit?: string | null | undefined
}

/** Reads a text typed or pasted into a cell of this field. An empty text empties the cell. */
export function readCell(field: Field, text: string, source: ReadContext['source'], allowed: InRow = {}): CellReading {
  if (text.trim() === '') return { cell: null }
  return fieldTypeOf(field).read(field, text, { source, allowed, counted: countedIn(field, allowed.unit) })
}
