import type { CatalogueRow } from '../types/Catalogue.ts'
import type { Table } from '../types/Kind.ts'
import type { FieldId } from '../types/Pointer.ts'

/** The form's own labels for the inputs of a row's formula, beside the row's labels: as in a report of the whole year. */
export function inputNames(
  table: Table | undefined,
  { formula, from }: Pick<CatalogueRow, 'formula' | 'from'>,
): Record<FieldId, string> {
  const year = { office: { id: '', name: '' }, period: String(from), rows: '*' as const, sources: {} }
  const names = Object.keys(formula?.inputs ?? {}).flatMap(field => {
    const label = table?.fields[field]?.label
    if (label === undefined) return []
    const name = typeof label === 'string' ? label : label({ ...year, plan: { from, to: from } })
    return [[field, name.charAt(0).toUpperCase() + name.slice(1)] as const]
  })
  return Object.fromEntries(names)
}
