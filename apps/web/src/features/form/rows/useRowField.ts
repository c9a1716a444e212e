import type { Field, FieldId, Row } from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'
import { stepsOfRow } from '../../../lib/stepsOfRow.ts'
import { unitOf } from '../../../lib/unitOf.ts'
import { useCell, useForm, useSections } from '../FormContext.ts'

/** The unit a number of this row is counted in, as it is typed or known; null for none. */
export function useUnit(row: Row, spec: Field): string | null {
  const typed = useCell(`/${row.table}/${row.id}/unit`)
  return unitOf(spec, row.unit, 'unit' in row.fields ? typed : undefined) || null
}

/** What the row allows in this field: the steps of its scale, the rows it may name. */
export function useAllowed(row: Row, spec: Field): Allowed {
  const form = useForm()
  const own = useCell(`/${row.table}/${row.id}/scale`)
  return spec.type === 'measure' ? { steps: stepsOfRow(row, own, form) } : noAllowed
}

const noAllowed: Allowed = {}

/** The rows of the form, or the offices of the region, a field may name. */
export function useNamedRows(spec: Field): Allowed {
  useSections()
  const { paths, scope } = useForm()
  if (spec.type === 'office') return { rows: scope.offices ?? [] }
  if (spec.type !== 'ref') return noAllowed
  const rows = [...paths().values()].flatMap(({ row }) => (row?.table === spec.to ? [row] : []))
  return { rows: rows.map(({ id, label }) => ({ id, label })) }
}

/** Optional, and not asked of this very row. */
export const mayBeEmpty = (row: Row, field: FieldId, spec: Field): boolean =>
  spec.need === 'optional' && row.required?.includes(field) !== true

export const pointerIn = (row: Row, field: FieldId): string => `/${row.table}/${row.id}/${field}`
