// The region has one budget, filed by the office that keeps its accounts: its figures are taken over as they were frozen.
import type { RegionOf } from '../../form/defineKind.ts'
import type { figures } from './figures.ts'

const codes = ['lkpj.before', 'lkpj.budget', 'lkpj.realized', 'lkpj.realization'] as const

/** Every amount of the budget; none where several offices file it, since two budgets of one region are not added. */
export function consolidate(c: RegionOf<typeof figures>): void {
  const [office, ...others] = c.owners('*')
  if (office === undefined || others.length > 0) return
  for (const code of codes)
    for (const row of c.countedRows(office, code)) {
      const figure = c.counted(office, code, row)
      if (figure) c.take(figure)
    }
}
