import { isDecimal } from '../numbers/decimal.ts'
import { isDay } from '../periods/isDay.ts'
import { isRowId } from '../pointers/ids.ts'
import { stepPattern } from '../rule-sets/stepPattern.ts'
import type { Cell, Field, Value } from '../types.ts'

// PostgreSQL keeps no NUL, and a lone surrogate has neither UTF-8 nor canonical JSON.
const unstorable = /[\0\p{Surrogate}]/u
const storable = (text: string) => !unstorable.test(text)

const longText = { text: 4000, prose: 20000 }

function fitsType(field: Field, value: Value): boolean {
  if (field.type === 'boolean') return typeof value === 'boolean'
  if (typeof value !== 'string' || value === '') return false
  switch (field.type) {
    case 'number':
      return isDecimal(value)
    case 'measure':
      return isDecimal(value) || stepPattern.test(value)
    case 'text':
    case 'prose':
      return value.length <= (field.max ?? longText[field.type]) && storable(value)
    case 'choice':
      return field.options.some(option => option.id === value)
    case 'date':
      return isDay(value)
    case 'ref':
    case 'office':
      return isRowId(value)
  }
}

/** Text that does not parse, kept as it was typed: exactly `{ asTyped }` with 1 to 200 characters. */
export function isAsTyped(value: unknown): value is { asTyped: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  const text =
    keys.length === 1 && Object.hasOwn(value, 'asTyped') ? (value as { asTyped: unknown }).asTyped : undefined
  return typeof text === 'string' && text.length >= 1 && text.length <= 200 && storable(text)
}

/**
 * Whether the value is a cell of this field: a value of its type or text as typed. Looks at this cell alone; bounds,
 * decimals and the steps of a row's scale are findings. The empty string is no value: emptying is `clear`.
 */
export function isCellOf(field: Field, value: unknown): value is Cell {
  if (typeof value === 'string' || typeof value === 'boolean') return fitsType(field, value)
  return isAsTyped(value)
}

/** Equal as cells: the same value, or the same text as typed. */
export function sameCell(a: Cell | null, b: Cell | null): boolean {
  if (typeof a === 'object' && a !== null) return typeof b === 'object' && b !== null && a.asTyped === b.asTyped
  return a === b
}
