import type { Field } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { TableId } from '../types/Pointer.ts'
import type { Allowed } from './FieldType.ts'
import { fieldTypeOf } from './fieldTypeOf.ts'

/** What a field may choose from, that its form, row or region knows. */
export interface Near {
  /** Of the row's scale; null where it is measured in numbers. */
  steps?: () => readonly Option[] | null
  rows?: (table: TableId) => readonly Option[]
  offices?: () => readonly Option[]
}

const anything: Allowed = {}

/** What the row allows in this field beyond its own options. */
export function allowedOf(field: Field, near: Near): Allowed {
  const { steps, offices, rowsOf } = fieldTypeOf(field).chosenFrom(field)
  if (steps) return { steps: near.steps?.() ?? null }
  if (offices) return { rows: near.offices?.() }
  return rowsOf === undefined ? anything : { rows: near.rows?.(rowsOf) }
}

/** All that a cell of this field can be, where that is a list; a yes or no by the ids `true` and `false`. */
export function choicesOf(field: Field, near: Near): readonly Option[] | null {
  const { rows, steps } = allowedOf(field, near)
  return fieldTypeOf(field).chosenFrom(field).options ?? rows ?? steps ?? null
}
