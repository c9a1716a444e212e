import { isDecimal } from '../../numbers/decimal.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Lkpj } from './figures.ts'

/** The answer of an indicator that is a step of a scale (WTP, BB): no share is taken of one. Null where both are numbers or empty. */
export function stepOf(c: Lkpj, row: RowId): { field: 'target' | 'realization'; step: string } | null {
  for (const field of ['target', 'realization'] as const) {
    const step = c.text(`/indicators/${row}/${field}`)
    if (step !== null && !isDecimal(step)) return { field, step }
  }
  return null
}
