import type { Cell, Field, FieldId, NumberReading } from '@sepakat/rules'
import type { Allowed, FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import type { ReactNode } from 'react'

/** The cell that an editor writes in. */
export interface CellDoor {
  value: Cell | undefined
  /** Gives the cell as it is kept. `typing`: held back until `settle`. */
  set(cell: Cell | null, how?: { typing?: boolean }): Cell | undefined
  /** The person has left it. `reading`: how a text was read that could have meant something else. */
  settle(reading?: NumberReading): void
}

/** What every editor passes to its control. The pointer is its DOM id, so that anything that has the pointer finds the field. */
export interface Wires {
  id: string
  'data-column'?: FieldId
  'aria-label'?: string
  'aria-labelledby'?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  maxLength?: number
}

export interface EditorProps<F extends Field = Field> {
  spec: F
  door: CellDoor
  wires: Wires
  unit?: string | null | undefined
  allowed?: Allowed | undefined
}

export interface ViewerProps {
  /** The value in words. */
  text: string
  /** Of a number; '' for none. */
  unit: string
}

/** How one type of field is filled in, and how its values are read. */
export interface FieldUi<F extends Field = Field> {
  Editor(props: EditorProps<F>): ReactNode
  /** Plain words by default. */
  Viewer?(props: ViewerProps): ReactNode
}
export type FieldUis = { [T in Field['type']]: FieldUi<FieldOf<T>> }
