import type { Field, FieldId, Kind, TableId } from '@sepakat/rules'
import { isUuid } from '@sepakat/rules/pointers/ids.ts'
import { fieldOf, isItemTable } from '@sepakat/rules/saving/kindShape.ts'

/** The field at a place of the form, those of core (state, reason, explanations) too. */
export function fieldAt(kind: Kind, table: TableId, row: string, field: FieldId): Field | undefined {
  if (!isItemTable(kind, table)) return fieldOf(kind, table, field, 'fixed')
  return fieldOf(kind, table, field, isUuid(row) ? 'item' : 'head') ?? fieldOf(kind, table, field, 'item')
}

/** Why this value cannot be stored as it is, in words; an empty text for one that can. */
export function tooMuch(field: Field, value: string): string {
  const most =
    field.type === 'text' || field.type === 'prose' ? (field.max ?? (field.type === 'text' ? 4000 : 20_000)) : 200
  if (value.length > most) return `Terlalu panjang: ${value.length} huruf, paling banyak ${most}. Ringkas isiannya.`
  return 'Ada huruf yang tidak dapat disimpan. Ketik ulang isiannya.'
}
