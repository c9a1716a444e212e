import { isRowId } from '../pointers/ids.ts'
import { chosen, labelOf } from './chosen.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'

/** A row of another table of the form, by its id. */
export const ref: FieldType<FieldOf<'ref'>> = {
  ...plainField,
  schema: () => ({ type: 'string', maxLength: 160 }),
  isValue: (_, value) => typeof value === 'string' && isRowId(value),
  read: (_, text, { allowed }) => ({ cell: chosen(text, allowed.rows ?? []) }),
  chosenFrom: ({ to }) => ({ rowsOf: to }),
  shown: (_, value, { rows }) => labelOf(value, rows),
}
