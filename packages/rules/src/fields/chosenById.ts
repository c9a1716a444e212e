import { isRowId } from '../pointers/ids.ts'
import { chosen, labelOf } from './chosen.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'

const chosenById = {
  ...plainField,
  schema: () => ({ type: 'string', maxLength: 160 }),
  isValue: (_, value) => typeof value === 'string' && isRowId(value),
  read: (_, text, { allowed }) => ({ cell: chosen(text, allowed.rows ?? []) }),
  shown: (_, value, { rows }) => labelOf(value, rows),
} satisfies Partial<FieldType<FieldOf<'office'> | FieldOf<'ref'>>>

/** One of the region's offices, by its id. */
export const office: FieldType<FieldOf<'office'>> = { ...chosenById, chosenFrom: () => ({ offices: true }) }

/** A row of another table of the form, by its id. */
export const ref: FieldType<FieldOf<'ref'>> = { ...chosenById, chosenFrom: ({ to }) => ({ rowsOf: to }) }
