import type { Field, FieldId, Kind, TableId } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { fieldOf, isItemTable } from '@sepakat/rules/saving/kindShape.ts'

/** The field at a pointer, the core's own (state, reason, explanations) too. `head`: on the head row of a list. */
export const fieldAt = (kind: Kind, table: TableId, field: FieldId, head = false): Field | undefined =>
  fieldOf(kind, table, field, isItemTable(kind, table) ? (head ? 'head' : 'item') : 'fixed')

/** Why this value cannot be stored, in words. */
export function tooMuch(field: Field, value: string): string {
  const most = fieldTypeOf(field).longest(field)
  if (value.length > most) return `Terlalu panjang: ${value.length} huruf, paling banyak ${most}. Ringkas isiannya.`
  return 'Ada huruf yang tidak dapat disimpan. Ketik ulang isiannya.'
}
