import type { FieldId, Row } from '@sepakat/rules'
import { itemLabel } from '@sepakat/rules/form/itemLabel.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { useCell, useForm } from '../FormContext.ts'

/** The name of a row; of one that users added, what they call it, updated as they type. */
export function useRowName(row: Pick<Row, 'table' | 'id' | 'label'>): string {
  const { kind, scope } = useForm()
  const table = kind.tables[row.table]
  const at = (field: FieldId | undefined) => cellAt(row, field ?? '$position')
  const name = useCell(at(table?.named))
  const code = useCell(at(table?.coded))
  if (table?.rows.from !== 'items') return row.label
  return itemLabel(table, field => (field === table.named ? name : code), scope.offices) ?? row.label
}

/** The id of the element that says the name of a row in columns. */
export const nameId = ({ table, id }: Pick<Row, 'table' | 'id'>): string => `${table}/${id}:name`
