import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'
import { storableText } from './storableText.ts'

const longest = ({ max = 4000 }: FieldOf<'text'>): number => max

/** A line of text. */
export const text: FieldType<FieldOf<'text'>> = {
  ...plainField,
  // published with the bound of prose since the first version
  schema: ({ max = 20_000 }) => ({ type: 'string', minLength: 1, maxLength: max }),
  isValue: (field, value) =>
    typeof value === 'string' && value !== '' && value.length <= longest(field) && storableText(value),
  read: (_, typed, { source }) => ({ cell: source === 'pasted' ? typed.trim() : typed }),
  shown: (_, value) => value,
  longest,
  room: longest,
  width: field => (longest(field) > 60 ? 260 : 130),
}
