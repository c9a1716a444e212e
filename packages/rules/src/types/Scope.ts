import type { FormId } from '../reportTypes.ts'
import type { Answers, Cell } from './Answers.ts'
import type { ToldFigure } from './Figure.ts'
import type { Option } from './Option.ts'
import type { FieldId, PeriodKey, RowId, TableId } from './Pointer.ts'

export interface Source {
  answers: Answers
  rows: Record<TableId, { id: RowId; parent: RowId | null; label: string }[]>
  status: 'approved' | 'handed-in' | 'archive' | 'draft' | 'given' // archive: imported from before the system, never verified
  revision?: string
  submission?: string // the report it is, where it can be opened
  plan?: Scope['plan'] // the plan it was created under
  figures?: ToldFigure[] // those the kind asks of this source
}
export interface Scope {
  office: { id: string; name: string }
  period: PeriodKey
  number?: number // of a numbered form: 1, the default, is the first; 2 and up change it
  rows: RowId[] | '*'
  plan: { from: number; to: number }
  sources: Record<string, Source>
  offices?: Option[] // those of the region, by the names they have in the period; of a kind that asks for offices
}

/** A form that another reads. `figures`: codes it takes over; `first`: the other cannot be created before this was submitted. */
export interface SourceSpec {
  form: FormId
  period: PeriodKey
  of?: 'own' | 'region'
  figures?: readonly string[]
  first?: true
}

/**
 * Where a new form takes a cell from. `true`: source `previous`; `same-plan`: the same, for values by year of the plan, only
 * within one plan. A function: the value of the row in its source, for a table whose rows come from one.
 */
export type Carry = true | 'same-plan' | ((given: Record<FieldId, Cell>, s: Scope, from: Source) => Cell | undefined)
