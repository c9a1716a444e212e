import type { FieldType } from './FieldType.ts'

/** The common case: a short value that is no number. */
export const plainField = {
  empty: '–',
  chosenFrom: () => ({}),
  markdown: false,
  numeric: false,
  longest: () => 200,
  room: () => 0,
  width: () => 150,
} satisfies Partial<FieldType>
