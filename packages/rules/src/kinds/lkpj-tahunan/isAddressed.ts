import type { Cell } from '../../types/Answers.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import type { Scope } from '../../types/Scope.ts'

/** Whether a recommendation or policy of the council's form is addressed to the office that answers this one. */
export function isAddressed(_: Record<FieldId, Cell>, row: RowId, { office, sources }: Scope): boolean {
  const addressees = Object.values(sources.council?.answers.addressees ?? {})
  return addressees.some(one => one.$parent === row && one.office === office.id)
}
