import type { Option } from '../types.ts'

/** An attribute of catalogue rows: one of its choices, or a decimal where it may be one, or words where neither is said. */
export interface RowAttr {
  label: string
  need?: 'required'
  choices?: Option[]
  decimal?: true
}
