import { shownBoolean } from '../fields/boolean.ts'
import type { Allowed } from '../fields/FieldType.ts'
import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'

/** A cell for display. */
export function shownCell(field: Field, cell: Cell | undefined, allowed: Allowed = {}): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.asTyped
  if (typeof cell === 'boolean') return shownBoolean(cell)
  return fieldTypeOf(field).shown(field, cell, allowed)
}
