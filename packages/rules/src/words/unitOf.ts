import { isNumeric } from '../fields/fieldTypeOf.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { FieldId, TableId } from '../types/Pointer.ts'

/** The unit of a number: from its field, the row, or the row's own column `unit`; '' for none. */
export function unitOf(spec: Field | undefined, own: string | null | undefined, typed: Cell | undefined): string {
  if (!spec || !isNumeric(spec)) return ''
  const said = typeof typed === 'string' ? typed : ''
  if (spec.type === 'number' && spec.unit !== undefined) return spec.unit || said
  return own || said
}

/** The same of a frozen row; a missing unit is said. For rows users added their column says it. */
export function unitInRow(
  spec: Field | undefined,
  { unit, fields, values }: { unit?: string | null | undefined; fields: object; values: Record<FieldId, Cell> },
): string {
  const known = unitOf(spec, unit, values.unit)
  const isBare = spec?.type === 'measure' || (spec?.type === 'number' && spec.unit === undefined)
  if (known !== '' || !isBare || unit !== null) return known
  return 'unit' in fields ? '(satuan belum diisi)' : '(satuan belum ditetapkan)'
}

/** Whether a row asks for a number without a unit in its field, the catalogue, or a cell beside it. */
export const isUnitUnsettled = (
  kind: Pick<Kind, 'tables'>,
  { table, unit, fields }: { table: TableId; unit?: string | null | undefined; fields: readonly FieldId[] },
): boolean => {
  const specs = kind.tables[table]?.fields ?? {}
  const isBare = (spec: Field | undefined) => spec?.type === 'number' && spec.unit === undefined
  return unit === null && !fields.includes('unit') && fields.some(field => isBare(specs[field]))
}
