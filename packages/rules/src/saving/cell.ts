import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import { storableText } from '../fields/storableText.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'

/** Text that does not parse, kept as it was typed: exactly `{ asTyped }` with 1 to 200 characters. */
export function isAsTyped(value: unknown): value is { asTyped: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  const text =
    keys.length === 1 && Object.hasOwn(value, 'asTyped') ? (value as { asTyped: unknown }).asTyped : undefined
  return typeof text === 'string' && text.length >= 1 && text.length <= 200 && storableText(text)
}

/**
 * Whether the value is a cell of this field: a value of its type or text as typed. Looks at this cell alone; bounds,
 * decimals and the steps of a row's scale are findings. The empty string is no value: emptying is `clear`.
 */
export function isCellOf(field: Field, value: unknown): value is Cell {
  if (typeof value === 'string' || typeof value === 'boolean') return fieldTypeOf(field).isValue(field, value)
  return isAsTyped(value)
}

/** Equal as cells: the same value, or the same text as typed. */
export function sameCell(a: Cell | null, b: Cell | null): boolean {
  if (typeof a === 'object' && a !== null) return typeof b === 'object' && b !== null && a.asTyped === b.asTyped
  return a === b
}
