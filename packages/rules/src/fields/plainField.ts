import type { FieldType } from './FieldType.ts'

/** What most types have in common: a short value that is no number. */
export const plainField = {
  empty: '–',
  chosenFrom: () => ({}),
  markdown: false,
  numeric: false,
  longest: () => 200,
  room: () => 0,
  width: () => 150,
} satisfies Partial<FieldType>
