// What a form takes from others.
import type { Cell, FieldId, FormId, PeriodKey, Scope, Source } from './types.ts'

/** A form that another reads. `figures`: codes it takes over; `first`: the other cannot be started before this was submitted. */
export interface SourceSpec {
  form: FormId
  period: PeriodKey
  of?: 'own' | 'region'
  figures?: readonly string[]
  first?: true
}

/**
 * Where a new form takes a cell from. `true`: source `previous`; `same-plan`: the same, of what is said of years of the plan, only
 * while it lasts. A function: what the source that gives the row says of it, for a table whose rows come from one.
 */
export type Carry = true | 'same-plan' | ((given: Record<FieldId, Cell>, s: Scope, from: Source) => Cell | undefined)
