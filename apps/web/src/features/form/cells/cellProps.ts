import type { Field, FieldId, RowId, TableId } from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'

/** One answer to be typed. Its pointer is its DOM id, so that whatever names the pointer finds the field. */
export interface CellProps {
  at: string
  table: TableId
  row: RowId
  field: FieldId
  spec: Field
  /** Where no `<label for>` names it: ids of what does. */
  labelledBy?: string
  unit?: string | null
  /** The id of what explains the field. */
  hintId?: string
  allowed?: Allowed
}

/** What every editor gives its control. */
export interface Wires {
  id: string
  'data-column': FieldId
  'aria-labelledby': string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type EditorProps = CellProps & { wires: Wires }
