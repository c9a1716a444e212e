import type { FieldOf, FieldType } from './FieldType.ts'
import { plainField } from './plainField.ts'
import { storableText } from './storableText.ts'

const longest = ({ max = 20_000 }: FieldOf<'prose'>): number => max

/** Running text in a subset of Markdown. */
export const prose: FieldType<FieldOf<'prose'>> = {
  ...plainField,
  schema: field => ({ type: 'string', minLength: 1, maxLength: longest(field) }),
  isValue: (field, value) =>
    typeof value === 'string' && value !== '' && value.length <= longest(field) && storableText(value),
  read: (_, typed, { source }) => ({ cell: source === 'pasted' ? typed.trim() : typed }),
  shown: (_, value) => value,
  markdown: true,
  longest,
  room: () => Number.POSITIVE_INFINITY,
  width: () => 260,
}
