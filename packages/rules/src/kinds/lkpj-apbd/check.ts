import { exact, zero } from '../../numbers/decimal.ts'
import { formatExact, formatNumber } from '../../numbers/formatNumber.ts'
import type { RowId } from '../../types/Pointer.ts'
import { type Amounts, type Column, pointerOf } from './columns.ts'
import type { Apbd } from './figures.ts'

/** More than the budget may be received, not spent. */
const isSpent = (c: Apbd, part: RowId): boolean =>
  part === 'pengeluaran-pembiayaan' || c.catalogue(part)?.group === 'belanja'

export function check(c: Apbd): void {
  const spent = c.rows('parts').filter(part => isSpent(c, part))
  for (const row of spent.flatMap(part => c.rows('lines', part))) {
    const budget = c.number(pointerOf(c, row, 'budget'))
    const realized = c.number(pointerOf(c, row, 'realized'))
    if (budget && realized?.gt(budget)) {
      const values = { realized: formatExact(realized), budget: formatExact(budget) }
      c.find('realized-over-budget', `/lines/${row}/realized`, values)
    }
  }
}

const typedIn = { before: 'before', budget: 'after', realized: 'realized' } as const
const budgets = { before: 'sebelum perubahan', budget: 'setelah perubahan' } as const

/** Compared where they are computed, and only once every line of the column is filled in: until then no sum is complete. */
export function checkTotals(c: Apbd, row: RowId, amounts: Amounts): void {
  for (const column of ['before', 'budget', 'realized'] as const) {
    const { value } = amounts[column]
    if (value === null || !isComplete(c, column)) continue
    const at = `/totals/${row}/${typedIn[column]}` as const
    const typed = c.number(at)
    if (typed && !typed.eq(exact(value)))
      c.find('total-differs', at, { typed: formatExact(typed), sum: formatNumber(value) })
    if (row === 'silpa' && column !== 'realized' && !exact(value).eq(zero))
      c.find('unbalanced', at, { which: budgets[column], sum: formatNumber(value) })
  }
}

const isComplete = (c: Apbd, column: Column): boolean =>
  c.rows('lines').every(row => c.number(pointerOf(c, row, column)) !== null)
