import { isRowId } from '../pointers/ids.ts'
import { chosen, labelOf } from './chosen.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'

/** One of the region's offices, by its id. */
export const office: FieldType<FieldOf<'office'>> = {
  ...plainField,
  schema: () => ({ type: 'string', maxLength: 160 }),
  isValue: (_, value) => typeof value === 'string' && isRowId(value),
  read: (_, text, { allowed }) => ({ cell: chosen(text, allowed.rows ?? []) }),
  chosenFrom: () => ({ offices: true }),
  shown: (_, value, { rows }) => labelOf(value, rows),
}
