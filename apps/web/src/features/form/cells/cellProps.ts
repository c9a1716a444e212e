import type { Field, FieldId, RowId, TableId } from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'

/** Props of one answer's editor. Its pointer is its DOM id, so that anything that has the pointer finds the field. */
export interface CellProps {
  at: string
  table: TableId
  row: RowId
  field: FieldId
  spec: Field
  /** Ids of its labels, where there is no `<label for>`. */
  labelledBy?: string
  unit?: string | null
  /** The id of its description. */
  hintId?: string
  allowed?: Allowed
}

/** What every editor passes to its control. */
export interface Wires {
  id: string
  'data-column': FieldId
  'aria-labelledby': string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type EditorProps = CellProps & { wires: Wires }
