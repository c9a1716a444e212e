import type { OverviewCell } from '#submissions/overview.ts'

const submitted = ['submitted', 'in-review', 'second-review', 'approved']

export const isSubmitted = ({ status }: OverviewCell): boolean => submitted.includes(status)

/** The periods for which some office owes a form, in order, and the newest with a submission. */
export function periodsOf(cells: readonly OverviewCell[], form: string): { all: string[]; newest: string | undefined } {
  const own = cells.filter(cell => cell.form === form)
  const all = [...new Set(own.map(cell => cell.period))].sort()
  const filed = new Set(own.filter(isSubmitted).map(cell => cell.period))
  return { all, newest: all.filter(period => filed.has(period)).pop() ?? all[0] }
}
