import type { Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Apbd } from './figures.ts'

/** The columns a budget is added up by; the budget in force is that after the change, where the line was changed. */
export type Column = 'before' | 'budget' | 'realized'
export type Amounts = Record<Column, Input>

export const eachColumn = <T>(of: (column: Column) => T): Record<Column, T> => ({
  before: of('before'),
  budget: of('budget'),
  realized: of('realized'),
})

/** The pointer of a line's amount. */
export function pointerOf(c: Apbd, row: RowId, column: Column) {
  if (column !== 'budget') return `/lines/${row}/${column}` as const
  return c.cell(`/lines/${row}/after`) === undefined
    ? (`/lines/${row}/before` as const)
    : (`/lines/${row}/after` as const)
}
