import type { FieldId, Kind, TableId } from '@sepakat/rules'

/** The column of a row where a remark can stand: an optional text, other than the cell itself. Null where there is none. */
export function noteFieldOf(
  kind: Kind,
  used: Record<FieldId, string>,
  table: TableId,
  besides: FieldId,
): FieldId | null {
  const fields = Object.entries(kind.tables[table]?.fields ?? {})
  const found = fields.find(
    ([id, { type, need }]) =>
      id !== besides && id in used && need === 'optional' && (type === 'text' || type === 'prose'),
  )
  return found?.[0] ?? null
}
