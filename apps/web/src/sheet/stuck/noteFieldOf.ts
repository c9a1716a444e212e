import type { FieldId, Kind, TableId } from '@sepakat/rules'

/** The field of a row for a remark: an optional text, other than the cell itself. Null for none. */
export function noteFieldOf(
  kind: Kind,
  used: Record<FieldId, string>,
  table: TableId,
  except: FieldId,
): FieldId | null {
  const fields = Object.entries(kind.tables[table]?.fields ?? {})
  const found = fields.find(
    ([id, { type, need }]) =>
      id !== except && id in used && need === 'optional' && (type === 'text' || type === 'prose'),
  )
  return found?.[0] ?? null
}
