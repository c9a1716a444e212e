import type { Field, FieldId, Row } from '@sepakat/rules'
import { allowedOf } from '@sepakat/rules/fields/allowedOf.ts'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'
import { stepsOfRow } from '@sepakat/rules/names/stepsOfRow.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import { useCell, useForm, useSections } from '../FormContext.ts'

/** The unit of a number in this row, as typed or known; null for none. */
export function useUnit(row: Row, spec: Field): string | null {
  const typed = useCell(cellAt(row, 'unit'))
  return unitOf(spec, row.unit, 'unit' in row.fields ? typed : undefined) || null
}

/** The options of this field in the row: the steps of its scale, the rows of the form or the offices of the region it may name. */
export function useAllowed(row: Row, spec: Field): Allowed {
  useSections()
  const form = useForm()
  const scale = useCell(cellAt(row, 'scale'))
  return allowedOf(spec, {
    steps: () => stepsOfRow(row, scale, form),
    offices: () => form.scope.offices ?? [],
    rows: table =>
      [...form.paths().values()].flatMap(({ row: one }) =>
        one?.table === table ? [{ id: one.id, label: one.label }] : [],
      ),
  })
}

/** Optional, and not required in this row. */
export const mayBeEmpty = (row: Row, field: FieldId, spec: Field): boolean =>
  spec.need === 'optional' && row.required?.includes(field) !== true
