import type { OverviewCell } from '../../lib/overview.ts'

const handedIn = ['submitted', 'in-review', 'second-review', 'approved']

export const isSubmitted = ({ status }: OverviewCell): boolean => handedIn.includes(status)

/** The periods for which somebody owes a form, in order, and the newest for which something was handed in. */
export function periodsOf(cells: readonly OverviewCell[], form: string): { all: string[]; newest: string | undefined } {
  const own = cells.filter(cell => cell.form === form)
  const all = [...new Set(own.map(cell => cell.period))].sort()
  const filed = new Set(own.filter(isSubmitted).map(cell => cell.period))
  return { all, newest: all.filter(period => filed.has(period)).pop() ?? all[0] }
}
