import { chosen, labelOf } from './chosen.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'

/** One of the field's few options, by id. */
export const choice: FieldType<FieldOf<'choice'>> = {
  ...plainField,
  schema: ({ options }) => ({ type: 'string', enum: options.map(({ id }) => id) }),
  isValue: ({ options }, value) => value !== '' && options.some(({ id }) => id === value),
  read: ({ options }, text) => ({ cell: chosen(text, options) }),
  chosenFrom: ({ options }) => ({ options }),
  shown: ({ options }, value) => labelOf(value, options),
}
